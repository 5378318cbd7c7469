import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import type { Conversation, Message } from '@renkei/contract';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';
import { AttachMenu } from '../attachments/attach-menu.tsx';
import { AttachmentList } from '../attachments/attachment-list.tsx';
import { useAttachments } from '../attachments/use-attachments.ts';
import { VoiceRecorder } from '../attachments/voice-recorder.tsx';
import { readDraft, writeDraft } from '../data/drafts.ts';
import { useSend } from '../data/use-send.ts';
import { composeMessages } from './compose-messages.ts';
import styles from './composer.module.css';
import { EmojiButton } from './emoji-button.tsx';
import { LengthNote, maximumLength } from './length-note.tsx';
import { ReplyPreview } from './reply-preview.tsx';
import { SendButton } from './send-button.tsx';
import { useDrop } from './use-drop.ts';
import { useTyping } from './use-typing.ts';

export interface ComposerProps {
  readonly conversation: Conversation;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
}

/** The field and all that can be sent while the window is open. */
export function OpenComposer({ conversation, replyTo, onReplyTo }: ComposerProps) {
  const { t } = useLingui();
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft(conversation.id));
  const [isRecording, setIsRecording] = useState(false);
  const attachments = useAttachments();
  const send = useSend(conversation.id);
  const noteTyping = useTyping(conversation.id);
  const drop = useDrop(attachments.add);

  const change = (next: string) => {
    setText(next);
    writeDraft(conversation.id, next);
  };
  const focus = () => input.current?.focus();
  useShortcuts({ r: focus, Enter: focus });
  useEffect(() => {
    if (replyTo !== null) focus();
  }, [replyTo]);

  const isTooLong = text.length > maximumLength;
  const canSend = !isTooLong && !attachments.isBusy && (text.trim() !== '' || attachments.ready.length > 0);
  const submit = () => {
    if (!canSend) return;
    composeMessages(text, attachments.ready).forEach((message, index) => {
      send({ ...message, replyTo: index === 0 ? replyTo : null });
    });
    change('');
    attachments.clear();
    onReplyTo(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a kana conversion belongs to the input method, not to us.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') {
      if (replyTo === null) input.current?.blur();
      else onReplyTo(null);
    }
  };
  const insert = (emoji: string) => {
    const at = input.current?.selectionStart ?? text.length;
    change(text.slice(0, at) + emoji + text.slice(input.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      focus();
      input.current?.setSelectionRange(at + emoji.length, at + emoji.length);
    });
  };

  return (
    <div className={styles.composer} data-dropping={drop.isOver} {...drop.handlers}>
      {replyTo === null ? null : (
        <ReplyPreview
          message={replyTo}
          contactName={conversation.contact.name}
          onCancel={() => onReplyTo(null)}
        />
      )}
      <AttachmentList attachments={attachments} />
      <div className={styles.row}>
        {isRecording ? null : (
          <>
            <AttachMenu conversationId={conversation.id} onFiles={attachments.add} />
            <EmojiButton onPick={insert} />
            <Textarea
              ref={input}
              className={styles.input}
              classNames={{ input: styles.field }}
              variant="unstyled"
              autosize
              minRows={1}
              maxRows={9}
              placeholder={t`Write a message`}
              aria-label={t`Message to ${conversation.contact.name}`}
              aria-invalid={isTooLong}
              value={text}
              onChange={(event) => {
                change(event.currentTarget.value);
                noteTyping();
              }}
              onKeyDown={onKeyDown}
              onPaste={(event) => {
                const files = [...event.clipboardData.files];
                if (files.length === 0) return;
                event.preventDefault();
                attachments.add(files);
              }}
            />
          </>
        )}
        {text.trim() === '' && attachments.list.length === 0 ? (
          <VoiceRecorder
            isRecording={isRecording}
            onRecording={setIsRecording}
            onSend={(media, voice) =>
              send({ content: { kind: 'audio', mediaId: media.id, voice }, media, replyTo })
            }
          />
        ) : (
          <SendButton canSend={canSend} isUploading={attachments.isBusy} onSend={submit} />
        )}
      </div>
      <LengthNote length={text.length} />
    </div>
  );
}
