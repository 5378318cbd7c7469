import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import styles from './parts/kinds.module.css';
import { MediaGone } from './parts/MediaGone.tsx';
import { type MediaContent, mediaContentSchema } from './parts/media-content.ts';

function StickerView({ content, message }: KindViewProps<MediaContent>) {
  const text = useText();
  const [isGone, setGone] = useState(false);
  const url = message.localUrl ?? content.url;
  if (!url || isGone) return <MediaGone />;
  return <img className={styles.sticker} src={url} alt={text.kinds.sticker} onError={() => setGone(true)} />;
}

export const stickerKind = defineKind({
  schema: mediaContentSchema,
  View: StickerView,
  summarise: (_content, text) => text.kinds.sticker,
  frame: 'bare',
});
