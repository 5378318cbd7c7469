import { Trans, useLingui } from '@lingui/react/macro';
import { Download, FileText } from 'lucide-react';
import { mediaDownloadUrl } from '../../../lib/client.ts';
import { formatBytes } from '../../../lib/format-size.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import styles from './content.module.css';
import { MediaState } from './media-state.tsx';
import type { ContentViewProps } from './view-props.ts';

export function DocumentContent({ content, message }: ContentViewProps<'document'>) {
  const { t } = useLingui();
  return (
    <>
      <MediaState media={message.media}>
        {(media) => (
          <a className={styles.file} href={mediaDownloadUrl(media.id)} download>
            <FileText size={26} strokeWidth={1.6} aria-hidden />
            <span className={styles.fileText}>
              <span className={styles.fileName}>{content.fileName ?? media.fileName ?? t`Document`}</span>
              <span className={styles.quiet}>
                {extensionOf(content.fileName ?? media.fileName, media.mimeType)}
                {media.sizeBytes === null ? null : ` · ${formatBytes(media.sizeBytes)}`}
              </span>
            </span>
            <Download size={18} aria-hidden />
            <span className="visually-hidden">
              <Trans>Download</Trans>
            </span>
          </a>
        )}
      </MediaState>
      {content.caption === undefined ? null : <RichText text={content.caption} />}
    </>
  );
}

function extensionOf(fileName: string | null | undefined, mimeType: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName ?? '')?.[1];
  return (extension ?? mimeType.split('/').at(-1) ?? '').toUpperCase().slice(0, 12);
}
