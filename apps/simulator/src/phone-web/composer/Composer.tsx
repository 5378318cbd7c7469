import { Mic, Paperclip, SendHorizontal, Smile } from 'lucide-react';
import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useChat } from '../chat/chat-context.ts';
import { EmojiPicker } from '../emoji/EmojiPicker.tsx';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { AttachPanel } from './AttachPanel.tsx';
import { type ChosenFile, chooseFile } from './choose-file.ts';
import styles from './composer.module.css';
import { readDraft, writeDraft } from './drafts.ts';
import { FilePreview } from './FilePreview.tsx';
import { ReplyPreview } from './ReplyPreview.tsx';
import { VoiceRecorder } from './VoiceRecorder.tsx';

type ComposerProps = Readonly<{
  /** Names the chat among those of all phones. */
  chatKey: string;
  replyTo: ShownMessage | undefined;
  onReplyDone: () => void;
  takesFocus: boolean;
}>;

/** Meta's limit for the body of a text message (cloud-api: content objects). */
const TEXT_LENGTH_MAX = 4096;

export function Composer({ chatKey, replyTo, onReplyDone, takesFocus }: ComposerProps) {
  const text = useText();
  const { send } = useChat();
  const input = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(() => readDraft(chatKey));
  const [file, setFile] = useState<ChosenFile>();
  const [panel, setPanel] = useState<'emoji' | 'attach'>();
  const [isRecording, setRecording] = useState(false);
  const excess = body.length - TEXT_LENGTH_MAX;
  const canSend = (body.trim() !== '' || file !== undefined) && excess <= 0;

  useEffect(() => writeDraft(chatKey, body), [chatKey, body]);

  useEscape(panel !== undefined, () => setPanel(undefined));

  useEffect(() => {
    if (takesFocus || replyTo) input.current?.focus();
  }, [takesFocus, replyTo]);

  const submit = () => {
    if (!canSend) return;
    const contextId = replyTo?.id;
    const caption = body.trim();
    if (file) {
      const content = { ...file.content, ...(file.takesCaption && caption && { caption }) };
      send({ type: file.type, content, contextId, file: { blob: file.blob, filename: file.filename } });
    }
    if (caption && !file?.takesCaption) send({ type: 'text', content: { body: caption }, contextId });
    setBody('');
    setFile(undefined);
    setPanel(undefined);
    onReplyDone();
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Safari ends the composition before it reports the key; only the old key code tells it apart there.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    submit();
  };

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.files[0];
    if (!pasted) return;
    event.preventDefault();
    void chooseFile(pasted).then(setFile);
  };

  const insert = (emoji: string) => {
    const { selectionStart = body.length, selectionEnd = body.length } = input.current ?? {};
    setBody(body.slice(0, selectionStart) + emoji + body.slice(selectionEnd));
  };

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

  const togglePanel = (name: 'emoji' | 'attach') => setPanel(panel === name ? undefined : name);
  return (
    <div className={styles.composer}>
      {replyTo && <ReplyPreview message={replyTo} onCancel={onReplyDone} />}
      {file && <FilePreview file={file} onRemove={() => setFile(undefined)} />}
      {excess > 0 && (
        <p className={styles.tooLong} role="alert">
          {text.composer.tooLong(excess)}
        </p>
      )}
      <form
        className={styles.row}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
        }}
      >
        <IconButton
          icon={Paperclip}
          label={text.composer.attach}
          aria-expanded={panel === 'attach'}
          onClick={() => togglePanel('attach')}
        />
        <div className={styles.field}>
          <textarea
            ref={input}
            rows={1}
            value={body}
            placeholder={file?.takesCaption ? text.composer.caption : text.composer.placeholder}
            aria-label={file?.takesCaption ? text.composer.caption : text.composer.placeholder}
            enterKeyHint="send"
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
          />
          <IconButton
            icon={Smile}
            label={text.composer.emoji}
            aria-expanded={panel === 'emoji'}
            onClick={() => togglePanel('emoji')}
          />
        </div>
        {canSend || excess > 0 ? (
          <IconButton
            icon={SendHorizontal}
            label={text.composer.send}
            tone="accent"
            type="submit"
            disabled={!canSend}
          />
        ) : (
          <IconButton icon={Mic} label={text.composer.record} onClick={() => setRecording(true)} />
        )}
      </form>
      {panel === 'emoji' && (
        <div className={styles.panel}>
          <EmojiPicker onChoose={insert} />
        </div>
      )}
      {panel === 'attach' && (
        <AttachPanel
          contextId={replyTo?.id}
          onFile={setFile}
          onDone={() => {
            setPanel(undefined);
          }}
          onSent={onReplyDone}
        />
      )}
    </div>
  );
}
