import { RichText } from '../../rich-text/rich-text.tsx';
import type { ContentViewProps } from '../view-props.ts';
import { FileLink } from './file-link.tsx';
import { MediaState } from './media-state.tsx';

export function DocumentContent({ content, files }: ContentViewProps<'document'>) {
  return (
    <>
      <MediaState media={files.get(content.mediaId)}>
        {(media) => <FileLink media={media} fileName={content.fileName} />}
      </MediaState>
      {content.caption === undefined ? null : <RichText text={content.caption} />}
    </>
  );
}
