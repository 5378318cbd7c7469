import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { Mic, Music, Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { mediaUrl } from '../../../lib/client.ts';
import { formatDuration } from '../../../lib/format-size.ts';
import styles from './content.module.css';
import { MediaState } from './media-state.tsx';
import type { ContentViewProps } from './view-props.ts';

export function AudioContent({ content, message }: ContentViewProps<'audio'>) {
  return (
    <MediaState media={message.media}>
      {(media) => <Player media={media} isVoice={content.voice === true} />}
    </MediaState>
  );
}

function Player({ media, isVoice }: { readonly media: Media; readonly isVoice: boolean }) {
  const { t } = useLingui();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [positionMs, setPositionMs] = useState(0);
  const [durationMs, setDurationMs] = useState(media.durationMs ?? 0);
  const KindIcon = isVoice ? Mic : Music;
  const toggle = () => {
    const element = audio.current;
    if (element === null) return;
    if (isPlaying) element.pause();
    else element.play().catch(() => setIsPlaying(false));
  };
  return (
    <div className={styles.player}>
      <ActionIcon size={38} radius="xl" onClick={toggle} aria-label={isPlaying ? t`Pause` : t`Play`}>
        {isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
      </ActionIcon>
      <input
        type="range"
        className={styles.playerTrack}
        min={0}
        max={Math.max(durationMs, 1)}
        step={100}
        value={positionMs}
        aria-label={t`Position`}
        aria-valuetext={formatDuration(positionMs)}
        onChange={(event) => {
          const value = event.currentTarget.valueAsNumber;
          if (audio.current !== null) audio.current.currentTime = value / 1000;
          setPositionMs(value);
        }}
      />
      <span className={styles.playerTime}>
        <KindIcon size={13} role="img" aria-label={isVoice ? t`Voice note` : t`Audio file`} />
        {formatDuration(positionMs > 0 ? positionMs : durationMs)}
      </span>
      <audio
        ref={audio}
        src={mediaUrl(media.id)}
        preload="none"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onEnded={() => setPositionMs(0)}
        onTimeUpdate={(event) => setPositionMs(event.currentTarget.currentTime * 1000)}
        onDurationChange={(event) => {
          const seconds = event.currentTarget.duration;
          if (Number.isFinite(seconds)) setDurationMs(seconds * 1000);
        }}
      />
    </div>
  );
}
