import { Mic, Music, Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { formatDuration } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import styles from './audio.module.css';
import { MediaGone } from './MediaGone.tsx';
import type { MediaContent } from './media-content.ts';

/** A file that is heard. A voice note of the other side counts as played once it starts. */
export function AudioPlayer({
  content,
  message,
}: Readonly<{ content: MediaContent; message: ShownMessage }>) {
  const text = useText();
  const { markPlayed } = useChat();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [isGone, setGone] = useState(false);
  const [positionSeconds, setPositionSeconds] = useState(0);
  const [durationSeconds, setDurationSeconds] = useState(0);
  const url = message.localUrl ?? content.url;
  if (!url || isGone) return <MediaGone />;

  const isVoice = content.voice === true;
  const onPlay = () => {
    setPlaying(true);
    if (isVoice && message.direction === 'received' && !message.voicePlayed) markPlayed(message.id);
  };
  const toggle = () => {
    if (isPlaying) audio.current?.pause();
    else audio.current?.play().catch(() => setGone(true));
  };
  const Icon = isVoice ? Mic : Music;

  return (
    <div className={styles.player} data-played={message.voicePlayed || undefined}>
      <audio
        ref={audio}
        src={url}
        preload="metadata"
        onPlay={onPlay}
        onPause={() => setPlaying(false)}
        onEnded={() => setPositionSeconds(0)}
        onTimeUpdate={(event) => setPositionSeconds(event.currentTarget.currentTime)}
        onDurationChange={(event) => setDurationSeconds(event.currentTarget.duration)}
        onError={() => setGone(true)}
      />
      <button
        type="button"
        className={styles.toggle}
        onClick={toggle}
        aria-label={`${isPlaying ? text.kinds.pause : text.kinds.play}: ${isVoice ? text.kinds.voice : text.kinds.audio}`}
      >
        {isPlaying ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
      </button>
      <div className={styles.track}>
        <input
          type="range"
          min={0}
          max={Number.isFinite(durationSeconds) && durationSeconds > 0 ? durationSeconds : 1}
          step="any"
          value={positionSeconds}
          aria-label={text.kinds.position}
          aria-valuetext={`${formatDuration(positionSeconds)} / ${formatDuration(durationSeconds)}`}
          onChange={(event) => {
            if (audio.current) audio.current.currentTime = event.currentTarget.valueAsNumber;
          }}
        />
        <span className={styles.time}>
          <Icon size={12} aria-hidden="true" />
          {formatDuration(isPlaying || positionSeconds > 0 ? positionSeconds : durationSeconds)}
        </span>
      </div>
    </div>
  );
}
