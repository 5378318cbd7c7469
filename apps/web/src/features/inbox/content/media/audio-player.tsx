import { useLingui } from '@lingui/react/macro';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { Mic, Music, Pause, Play } from 'lucide-react';
import { useRef, useState } from 'react';
import { mediaUrl } from '../../../../lib/client.ts';
import { formatDuration } from '../../../../lib/format-size.ts';
import styles from './audio-player.module.css';
import { Waveform } from './waveform.tsx';

const rates = [1, 1.5, 2] as const;

interface AudioPlayerProps {
  readonly media: Media;
  readonly isVoice: boolean;
}

/** Plays a voice note or a sound file; the drawn wave is the slider that moves through it. */
export function AudioPlayer({ media, isVoice }: AudioPlayerProps) {
  const { t } = useLingui();
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [positionMs, setPositionMs] = useState(0);
  const [measuredMs, setMeasuredMs] = useState<number>();
  const [rate, setRate] = useState<(typeof rates)[number]>(1);
  const durationMs = measuredMs ?? media.durationMs ?? 0;
  const KindIcon = isVoice ? Mic : Music;

  const toggle = () => {
    const element = audio.current;
    if (element === null) return;
    if (isPlaying) return element.pause();
    pauseOthers(element);
    element.play().catch(() => setIsPlaying(false));
  };
  const seek = (toMs: number) => {
    if (audio.current !== null) audio.current.currentTime = toMs / 1000;
    setPositionMs(toMs);
  };
  const changeRate = () => {
    const next = rates[(rates.indexOf(rate) + 1) % rates.length] ?? 1;
    if (audio.current !== null) audio.current.playbackRate = next;
    setRate(next);
  };

  return (
    <div className={styles.root}>
      <ActionIcon size={38} radius="xl" onClick={toggle} aria-label={isPlaying ? t`Pause` : t`Play`}>
        {isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
      </ActionIcon>
      <div className={styles.middle}>
        <div className={styles.track}>
          <Waveform peaks={media.waveform} played={durationMs === 0 ? 0 : positionMs / durationMs} />
          <input
            type="range"
            min={0}
            max={Math.max(durationMs, 1)}
            step={100}
            value={positionMs}
            aria-label={t`Position`}
            aria-valuetext={`${formatDuration(positionMs)} / ${formatDuration(durationMs)}`}
            onChange={(event) => seek(event.currentTarget.valueAsNumber)}
          />
        </div>
        <span className={styles.time}>
          <KindIcon size={13} role="img" aria-label={isVoice ? t`Voice note` : t`Audio file`} />
          {formatDuration(isPlaying || positionMs > 0 ? positionMs : durationMs)}
        </span>
      </div>
      <UnstyledButton className={styles.rate} onClick={changeRate} aria-label={t`Speed: ${rate}×`}>
        {rate}×
      </UnstyledButton>
      <audio
        ref={audio}
        src={mediaUrl(media.id)}
        preload="none"
        onPlay={(event) => {
          event.currentTarget.playbackRate = rate;
          setIsPlaying(true);
        }}
        onPause={() => setIsPlaying(false)}
        onEnded={() => setPositionMs(0)}
        onTimeUpdate={(event) => setPositionMs(event.currentTarget.currentTime * 1000)}
        onDurationChange={(event) => {
          const seconds = event.currentTarget.duration;
          if (Number.isFinite(seconds)) setMeasuredMs(seconds * 1000);
        }}
      />
    </div>
  );
}

/** Two voices at once are none. */
function pauseOthers(own: HTMLMediaElement): void {
  for (const media of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
    if (media !== own) media.pause();
  }
}
