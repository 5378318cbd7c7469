import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import { Caption } from './parts/Caption.tsx';
import styles from './parts/kinds.module.css';
import { MediaGone } from './parts/MediaGone.tsx';
import { type MediaContent, mediaContentSchema } from './parts/media-content.ts';

function VideoView({ content, message }: KindViewProps<MediaContent>) {
  const text = useText();
  const [isGone, setGone] = useState(false);
  const url = message.localUrl ?? content.url;
  if (!url || isGone) return <MediaGone />;
  return (
    <>
      <video
        className={styles.video}
        src={url}
        controls
        playsInline
        preload="metadata"
        aria-label={content.caption ?? text.kinds.video}
        onError={() => setGone(true)}
      />
      <Caption text={content.caption} />
    </>
  );
}

export const videoKind = defineKind({
  schema: mediaContentSchema,
  View: VideoView,
  summarise: (content, text) => content.caption ?? text.kinds.video,
});
