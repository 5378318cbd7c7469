import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Loader } from '@mantine/core';
import type { Media } from '@renkei/contract';
import { upload } from '@renkei/sdk';
import { Mic, SendHorizontal, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDuration } from '../../../lib/format-size.ts';
import { useNotifyProblem } from '../../../lib/notify.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Hint } from '../../../ui/hint.tsx';
import { type Recording, startRecording } from './start-recording.ts';
import styles from './voice-recorder.module.css';

/** Other sounds are played, too, but not shown as a voice note. Source: Meta, Audio messages (2025-12-11). */
const voiceNoteType = 'audio/ogg';

interface VoiceRecorderProps {
  readonly isRecording: boolean;
  readonly onRecording: (isRecording: boolean) => void;
  readonly onSend: (media: Media, voice: boolean) => void;
}

export function VoiceRecorder({ isRecording, onRecording, onSend }: VoiceRecorderProps) {
  const { t } = useLingui();
  const notifyProblem = useNotifyProblem();
  const [recording, setRecording] = useState<Recording | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [isDenied, setIsDenied] = useState(false);
  useEffect(() => () => recording?.cancel(), [recording]);

  const start = async () => {
    try {
      setRecording(await startRecording());
      setIsDenied(false);
      onRecording(true);
    } catch {
      setIsDenied(true);
    }
  };
  const cancel = () => {
    setRecording(null);
    onRecording(false);
  };
  const finish = async () => {
    if (recording === null) return;
    setIsSending(true);
    try {
      const { blob, fileName } = await recording.finish();
      const media = await upload({ baseUrl: '', kind: 'audio', file: blob, fileName, voice: true });
      onSend(media, media.mimeType === voiceNoteType);
    } catch (error) {
      notifyProblem(error);
    } finally {
      setRecording(null);
      setIsSending(false);
      onRecording(false);
    }
  };

  if (!isRecording || recording === null) {
    const label = isDenied ? t`The browser does not allow access to the microphone` : t`Record a voice note`;
    return (
      <Hint label={label} isShown={isDenied}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={38}
          onClick={() => void start()}
          onBlur={() => setIsDenied(false)}
          aria-label={label}
        >
          <Mic size={20} aria-hidden />
        </ActionIcon>
      </Hint>
    );
  }
  return (
    <div className={styles.root}>
      <span className={styles.dot} aria-hidden />
      <Elapsed since={recording.startedAt} />
      <span className={styles.label}>
        <Trans>Recording…</Trans>
      </span>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<Trash2 size={15} aria-hidden />}
        onClick={cancel}
        disabled={isSending}
      >
        <Trans>Discard</Trans>
      </Button>
      <ActionIcon
        size={38}
        radius="xl"
        onClick={() => void finish()}
        disabled={isSending}
        aria-label={t`Send the voice note`}
      >
        {isSending ? <Loader size={16} aria-hidden /> : <SendHorizontal size={18} aria-hidden />}
      </ActionIcon>
    </div>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const now = useNow(250);
  return (
    <span className={styles.elapsed} role="timer">
      {formatDuration(now - since)}
    </span>
  );
}
