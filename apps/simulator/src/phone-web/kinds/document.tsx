import { Download, FileText } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import { Caption } from './parts/Caption.tsx';
import styles from './parts/kinds.module.css';
import { type MediaContent, mediaContentSchema } from './parts/media-content.ts';

function DocumentView({ content, message }: KindViewProps<MediaContent>) {
  const text = useText();
  const url = message.localUrl ?? content.url;
  const name = content.filename ?? text.kinds.document;
  const label = (
    <>
      <FileText size={24} aria-hidden="true" />
      <span className={styles.cardText}>
        <strong>{name}</strong>
        <small>{shortTypeOf(content)}</small>
      </span>
    </>
  );
  return (
    <>
      {url ? (
        <a className={styles.card} href={url} download={name} aria-label={text.kinds.download(name)}>
          {label}
          <Download size={18} aria-hidden="true" />
        </a>
      ) : (
        <div className={styles.card}>{label}</div>
      )}
      <Caption text={content.caption} />
    </>
  );
}

/** "PDF" from the file's name, else from its media type. */
function shortTypeOf({ filename, mimeType }: MediaContent): string {
  const extension = filename?.match(/\.([a-z0-9]{1,5})$/iu)?.[1];
  return (
    extension ??
    mimeType
      .split('/')[1]
      ?.split(/[;.+-]/u)
      .at(-1) ??
    ''
  ).toUpperCase();
}

export const documentKind = defineKind({
  schema: mediaContentSchema,
  View: DocumentView,
  summarise: (content, text) => content.caption ?? content.filename ?? text.kinds.document,
});
