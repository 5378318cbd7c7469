import { Trans, useLingui } from '@lingui/react/macro';
import type { Media } from '@renkei/contract';
import { Download, FileText } from 'lucide-react';
import { mediaDownloadUrl } from '../../../../lib/client.ts';
import { formatBytes } from '../../../../lib/format-size.ts';
import styles from '../content.module.css';

interface FileLinkProps {
  readonly media: Media;
  readonly fileName: string | undefined;
}

/** A document by its name, kind and size, to be downloaded. */
export function FileLink({ media, fileName = media.fileName ?? undefined }: FileLinkProps) {
  const { t } = useLingui();
  return (
    <a className={styles.file} href={mediaDownloadUrl(media.id)} download>
      <FileText size={26} strokeWidth={1.6} aria-hidden />
      <span className={styles.fileText}>
        <span className={styles.fileName}>{fileName ?? t`Document`}</span>
        <span className={styles.quiet}>
          {extensionOf(fileName, media.mimeType)}
          {media.sizeBytes === null ? null : ` · ${formatBytes(media.sizeBytes)}`}
        </span>
      </span>
      <Download size={18} aria-hidden />
      <span className="visually-hidden">
        <Trans>Download</Trans>
      </span>
    </a>
  );
}

function extensionOf(fileName: string | undefined, mimeType: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName ?? '')?.[1];
  return (extension ?? mimeType.split('/').at(-1) ?? '').toUpperCase().slice(0, 12);
}
