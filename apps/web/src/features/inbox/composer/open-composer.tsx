import { type Conversation, countCharacters, type Message } from '@renkei/contract';
import { Suspense, useEffect, useState } from 'react';
import { lazyWithWords } from '../../../lib/lazy-with-words.ts';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';
import { useAttachments } from '../attachments/use-attachments.ts';
import { VoiceRecorder } from '../attachments/voice-recorder.tsx';
import { useGateCheck } from '../data/use-gate-check.ts';
import { useSend } from '../data/use-send.ts';
import { composeMessages } from './compose-messages.ts';
import styles from './composer.module.css';
import { EmojiButton } from './emoji-button.tsx';
import { InsertButton } from './insert/insert-button.tsx';
import { isTooLong, LengthNote } from './length-note.tsx';
import { LinkPreviewSwitch } from './link-preview-switch.tsx';
import { MessageField } from './message-field.tsx';
import { ReplyPreview } from './reply-preview.tsx';
import { SendButton } from './send-button.tsx';
import { useDrop } from './use-drop.ts';
import { useTextDraft } from './use-text-draft.ts';
import { useTyping } from './use-typing.ts';
import { VerdictCard } from './verdict-card.tsx';

const AttachmentList = lazyWithWords(
  async () => (await import('../attachments/attachment-list.tsx')).AttachmentList,
);

export interface ComposerProps {
  readonly conversation: Conversation;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
}

/** The field and all that can be sent while the window is open. */
export function OpenComposer({ conversation, replyTo, onReplyTo }: ComposerProps) {
  const { input, text, change, focus, insert } = useTextDraft(conversation.id);
  const [isRecording, setIsRecording] = useState(false);
  const [isInserting, setIsInserting] = useState(false);
  const [withLinkPreview, setWithLinkPreview] = useState(true);
  const attachments = useAttachments(conversation.id);
  const send = useSend(conversation.id);
  const noteTyping = useTyping(conversation.id);
  const drop = useDrop(attachments.add);
  useShortcuts({ r: focus, Enter: focus });
  useEffect(() => {
    if (replyTo !== null) input.current?.focus();
  }, [replyTo, input]);

  const length = countCharacters(text);
  const hasText = text.trim() !== '';
  const verdict = useGateCheck({
    conversationId: conversation.id,
    // Nothing typed yet: about whatever it will be.
    content: { kind: 'text', body: hasText && !isTooLong(length) ? text : '…' },
    replyToMessageId: undefined,
  });
  const isRefused = verdict?.decision === 'refuse';
  const hasContent = hasText || attachments.ready.length > 0;
  const canSend = !isTooLong(length) && !attachments.isBusy && !isRefused && hasContent;
  const submit = (sendAt?: string) => {
    if (!canSend) return;
    composeMessages(text, attachments.ready, withLinkPreview).forEach((message, index) => {
      send({ ...message, sendAt, replyTo: index === 0 ? replyTo : null });
    });
    change('');
    attachments.clear();
    setWithLinkPreview(true);
    onReplyTo(null);
  };

  return (
    <div className={styles.composer} data-dropping={drop.isOver} {...drop.handlers}>
      {replyTo === null ? null : (
        <ReplyPreview
          message={replyTo}
          contactName={conversation.contact.name}
          channelId={conversation.channel.id}
          onCancel={() => onReplyTo(null)}
        />
      )}
      {verdict === null ? null : <VerdictCard verdict={verdict} />}
      {attachments.list.length === 0 ? null : (
        <Suspense fallback={null}>
          <AttachmentList attachments={attachments} />
        </Suspense>
      )}
      <div className={styles.row}>
        {isRecording ? null : (
          <>
            <InsertButton
              conversation={conversation}
              replyTo={replyTo}
              onReplyTo={onReplyTo}
              isOpen={isInserting}
              onOpen={setIsInserting}
              onFiles={attachments.add}
              onSlash={() => {
                setIsInserting(false);
                insert('/');
              }}
            />
            <EmojiButton onPick={insert} />
            <MessageField
              input={input}
              contactName={conversation.contact.name}
              text={text}
              isTooLong={isTooLong(length)}
              onChange={(next) => {
                change(next);
                noteTyping();
              }}
              onFiles={attachments.add}
              onSubmit={() => submit()}
              onEscape={() => (replyTo === null ? input.current?.blur() : onReplyTo(null))}
              onSlash={() => setIsInserting(true)}
            />
          </>
        )}
        {!hasText && attachments.list.length === 0 ? (
          <VoiceRecorder
            isRecording={isRecording}
            onRecording={setIsRecording}
            onSend={(media, voice) =>
              send({ content: { kind: 'audio', mediaId: media.id, voice }, media, replyTo })
            }
          />
        ) : (
          <SendButton
            canSend={canSend}
            isUploading={attachments.isBusy}
            closesAt={conversation.window.closesAt}
            onSend={submit}
          />
        )}
      </div>
      <LinkPreviewSwitch text={text} isWanted={withLinkPreview} onChange={setWithLinkPreview} />
      <LengthNote length={length} />
    </div>
  );
}
