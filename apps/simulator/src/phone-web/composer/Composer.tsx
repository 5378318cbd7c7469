import { useState } from 'react';
import { useChat } from '../chat/chat-context.ts';
import { EmojiPicker } from '../emoji/EmojiPicker.tsx';
import { useText } from '../i18n/language.ts';
import { AttachPanel } from './AttachPanel.tsx';
import { ComposerRow } from './ComposerRow.tsx';
import styles from './composer.module.css';
import { FilePreview } from './FilePreview.tsx';
import { ReplyPreview } from './ReplyPreview.tsx';
import { useComposer } from './use-composer.ts';
import { VoiceRecorder } from './VoiceRecorder.tsx';

type ComposerProps = Parameters<typeof useComposer>[0];

export function Composer(props: ComposerProps) {
  const { replyTo, onReplyDone } = props;
  const text = useText();
  const { send } = useChat();
  const { input, ...composer } = useComposer(props);
  const [isRecording, setRecording] = useState(false);
  const { file, setFile, panel, closePanel, excess } = composer;

  if (isRecording) {
    return (
      <VoiceRecorder
        onDone={(voice) => {
          if (voice) send({ ...voice, contextId: replyTo?.id });
          if (voice) onReplyDone();
          setRecording(false);
        }}
      />
    );
  }
  return (
    <div className={styles.composer}>
      {replyTo && <ReplyPreview message={replyTo} onCancel={onReplyDone} />}
      {file && <FilePreview file={file} onRemove={() => setFile(undefined)} />}
      {excess > 0 && (
        <p className={styles.tooLong} role="alert">
          {text.composer.tooLong(excess)}
        </p>
      )}
      <ComposerRow composer={composer} input={input} onRecord={() => setRecording(true)} />
      {panel === 'emoji' && (
        <div className={styles.panel}>
          <EmojiPicker onChoose={composer.insert} />
        </div>
      )}
      {panel === 'attach' && (
        <AttachPanel contextId={replyTo?.id} onFile={setFile} onDone={closePanel} onSent={onReplyDone} />
      )}
    </div>
  );
}
