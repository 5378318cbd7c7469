import { SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatDuration } from '../i18n/dates.ts';
import { useText } from '../i18n/language.ts';
import type { Draft } from '../session/outbox.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { convertToVoiceNote } from '../voice/convert-to-voice-note.ts';
import { type Recording, startRecording } from '../voice/start-recording.ts';
import { type VoiceProblem, voiceProblemOf } from '../voice/voice-problem.ts';
import styles from './composer.module.css';

/** Takes the composer's place while the microphone is on. `onDone` gets nothing when the recording is dropped. */
export function VoiceRecorder({ onDone }: { onDone: (voice: Draft | undefined) => void }) {
  const text = useText();
  const recording = useRef<Recording>(undefined);
  const [elapsedSeconds, setElapsedSeconds] = useState(0);
  const [phase, setPhase] = useState<'starting' | 'recording' | 'preparing'>('starting');
  const [problem, setProblem] = useState<VoiceProblem>();

  useEscape(true, () => onDone(undefined));

  useEffect(() => {
    let isGone = false;
    startRecording()
      .then((started) => {
        if (isGone) return started.cancel();
        recording.current = started;
        setPhase('recording');
      })
      .catch((error: unknown) => {
        if (!isGone) setProblem(voiceProblemOf(error));
      });
    return () => {
      isGone = true;
      recording.current?.cancel();
    };
  }, []);

  useEffect(() => {
    if (phase !== 'recording') return;
    const timer = setInterval(() => setElapsedSeconds((seconds) => seconds + 1), 1_000);
    return () => clearInterval(timer);
  }, [phase]);

  const finish = async () => {
    setPhase('preparing');
    try {
      const recorded = await recording.current?.finish();
      if (!recorded) return onDone(undefined);
      const blob = await convertToVoiceNote(recorded);
      onDone({
        type: 'audio',
        content: { voice: true },
        file: { blob, filename: 'voice.ogg' },
      });
    } catch {
      setProblem('failed');
    }
  };

  return (
    <section className={styles.recorder} aria-label={text.composer.record}>
      <IconButton icon={Trash2} label={text.voice.cancel} onClick={() => onDone(undefined)} autoFocus />
      {problem ? (
        <p role="alert">{text.voice[problem]}</p>
      ) : (
        <p role="status">
          <span className={styles.recordingDot} data-on={phase === 'recording' || undefined} />
          {phase === 'preparing' ? text.voice.preparing : text.voice.recording}
          <time aria-hidden="true">{formatDuration(elapsedSeconds)}</time>
        </p>
      )}
      {!problem && (
        <IconButton
          icon={SendHorizontal}
          label={text.voice.finish}
          tone="accent"
          disabled={phase !== 'recording'}
          onClick={() => void finish()}
        />
      )}
    </section>
  );
}
