import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import { Caption } from './parts/Caption.tsx';
import styles from './parts/kinds.module.css';
import { MediaGone } from './parts/MediaGone.tsx';
import { type MediaContent, mediaContentSchema } from './parts/media-content.ts';

function ImageView({ content, message }: KindViewProps<MediaContent>) {
  const text = useText();
  const [isGone, setGone] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const url = message.localUrl ?? content.url;
  const alt = content.caption ?? text.kinds.photo;
  if (!url || isGone) return <MediaGone />;
  return (
    <>
      <button
        type="button"
        className={styles.picture}
        aria-label={text.kinds.openImage}
        onClick={() => setOpen(true)}
      >
        <img src={url} alt={alt} onError={() => setGone(true)} />
      </button>
      <Caption text={content.caption} />
      {isOpen && (
        <Sheet title={alt} onClose={() => setOpen(false)} fill>
          <img className={styles.fullPicture} src={url} alt={alt} />
        </Sheet>
      )}
    </>
  );
}

export const imageKind = defineKind({
  schema: mediaContentSchema,
  View: ImageView,
  summarise: (content, text) => content.caption ?? text.kinds.photo,
});
