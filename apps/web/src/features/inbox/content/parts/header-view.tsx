import { useLingui } from '@lingui/react/macro';
import type { Header, TemplateHeader } from '@renkei/contract';
import type { ReactNode } from 'react';
import { FileLink } from '../media/file-link.tsx';
import { Film } from '../media/film.tsx';
import { MediaState } from '../media/media-state.tsx';
import { Picture } from '../media/picture.tsx';
import { LocationCard } from '../shared/location-card.tsx';
import type { Files } from '../view-props.ts';
import styles from './parts.module.css';
import { ProductTile } from './product-tile.tsx';

type AnyHeader = Header | TemplateHeader;
type HeaderOf<Type extends AnyHeader['type']> = Extract<AnyHeader, { type: Type }>;
type HeaderViews = {
  readonly [Type in AnyHeader['type']]: (header: HeaderOf<Type>, files: Files) => ReactNode;
};

const headerViews: HeaderViews = {
  text: ({ text }) => <p className={styles.title}>{text}</p>,
  image: ({ mediaId }, files) => <HeaderPicture mediaId={mediaId} files={files} />,
  video: ({ mediaId }, files) => (
    <MediaState media={files.get(mediaId)}>{(media) => <Film media={media} />}</MediaState>
  ),
  gif: ({ mediaId }, files) => (
    <MediaState media={files.get(mediaId)}>{(media) => <Film media={media} isLoop />}</MediaState>
  ),
  document: ({ mediaId, fileName }, files) => (
    <MediaState media={files.get(mediaId)}>
      {(media) => <FileLink media={media} fileName={fileName} />}
    </MediaState>
  ),
  location: (header) => <LocationCard {...header} />,
  product: ({ productId }) => <ProductTile productId={productId} />,
};

interface HeaderViewProps {
  readonly header: AnyHeader;
  readonly files: Files;
}

/** What stands above the text of an interactive message, of a template or of a card. */
export function HeaderView({ header, files }: HeaderViewProps): ReactNode {
  // The registry is keyed by the very type of the header; the compiler cannot follow that through the union.
  const view = headerViews[header.type] as (header: AnyHeader, files: Files) => ReactNode;
  return view(header, files);
}

function HeaderPicture({ mediaId, files }: { readonly mediaId: string; readonly files: Files }) {
  const { t } = useLingui();
  return (
    <MediaState media={files.get(mediaId)}>
      {(media) => <Picture media={media} description={media.fileName ?? t`Image`} />}
    </MediaState>
  );
}
