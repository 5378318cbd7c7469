import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Conversation, Media, Message, SendableContent } from '@renkei/contract';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '../../../../lib/use-shortcuts.ts';
import { ChannelProvider } from '../../content/channel-context.ts';
import { useFormDraft } from '../../data/use-form-draft.ts';
import { useGateCheck } from '../../data/use-gate-check.ts';
import { useSend } from '../../data/use-send.ts';
import type { Field } from '../fields/field.ts';
import { FormPlaceProvider } from '../fields/form-place.ts';
import { ReplyPreview } from '../reply-preview.tsx';
import { VerdictCard } from '../verdict-card.tsx';
import styles from './message-form.module.css';
import { MessagePreview } from './message-preview.tsx';
import { SendFormButtons } from './send-form-buttons.tsx';

interface MessageFormProps {
  readonly conversation: Conversation;
  /** The name under which its draft is kept. */
  readonly name: string;
  readonly field: Field<SendableContent>;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
  readonly onSent: () => void;
  /** Stands before the buttons at the foot. */
  readonly children?: ReactNode;
}

/** A message made in a form: its fields, how it will look, what the gate says, and the button. */
export function MessageForm(props: MessageFormProps) {
  const { conversation, name, field, replyTo, onReplyTo, onSent, children } = props;
  const form = useRef<HTMLDivElement>(null);
  const draft = useFormDraft(conversation.id, name, field.restore);
  const send = useSend(conversation.id);
  const place = usePlace(conversation);
  const [isTried, setIsTried] = useState(false);
  useLayoutEffect(() => markFirstField(form.current), []);
  const faults = field.faultsOf(draft.value);
  const content = field.outputOf(draft.value);
  const files = field.filesOf(draft.value);
  const verdict = useGateCheck({
    conversationId: conversation.id,
    content: faults.length === 0 ? content : null,
    replyToMessageId: replyTo?.id,
  });
  const refusal = verdict?.decision === 'refuse' ? verdict.problem : null;
  /** False: something is still in the way, and is shown. */
  const checkForm = (): boolean => {
    if (faults.length > 0) {
      setIsTried(true);
      requestAnimationFrame(() => focusFirstFault(form.current));
    }
    return faults.length === 0 && refusal === null;
  };
  const submit = (sendAt?: string) => {
    if (!checkForm()) return;
    send({ content, files, media: ownFile(content, files), replyTo, sendAt });
    draft.forget();
    onReplyTo(null);
    onSent();
  };
  useShortcuts({ 'mod+Enter': () => submit() });
  return (
    <FormPlaceProvider value={place}>
      <ChannelProvider value={place.channelId}>
        {replyTo === null ? null : (
          <ReplyPreview
            message={replyTo}
            contactName={conversation.contact.name}
            channelId={conversation.channel.id}
            onCancel={() => onReplyTo(null)}
          />
        )}
        <div className={styles.columns} ref={form}>
          <field.View
            value={draft.value}
            onChange={draft.change}
            faults={isTried ? faults : faults.filter(({ isMissing }) => !isMissing)}
          />
          <div className={styles.side}>
            <MessagePreview content={content} files={files} />
            {verdict === null ? null : <VerdictCard verdict={verdict} />}
          </div>
        </div>
        <div className={styles.foot}>
          {children}
          <DraftNote {...draft} />
          <SendFormButtons
            faults={faults}
            refusal={refusal}
            closesAt={content.kind === 'template' ? null : conversation.window.closesAt}
            onCheck={checkForm}
            onSend={submit}
          />
        </div>
      </ChannelProvider>
    </FormPlaceProvider>
  );
}

function usePlace({ id, channel }: Conversation) {
  const [pickedCatalog, setPickedCatalog] = useState<{ readonly id: string } | null>(null);
  return useMemo(
    () => ({
      conversationId: id,
      channelId: channel.id,
      pickedCatalog,
      pickCatalog: (catalogId: string) => setPickedCatalog({ id: catalogId }),
    }),
    [id, channel.id, pickedCatalog],
  );
}

/** The file that a message of files is; those of headers and cards are named by the content. */
function ownFile(content: SendableContent, files: readonly Media[]): Media | undefined {
  return 'mediaId' in content ? files.find(({ id }) => id === content.mediaId) : undefined;
}

/** The dialog goes to what is so marked, else to its close button. */
function markFirstField(form: HTMLElement | null): void {
  form
    ?.querySelector('textarea, input:not([readonly], [type=hidden], [hidden])')
    ?.setAttribute('data-autofocus', '');
}

function focusFirstFault(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

function DraftNote({
  isBegun,
  discard,
  undo,
}: Pick<ReturnType<typeof useFormDraft>, 'isBegun' | 'discard' | 'undo'>) {
  return (
    <span className={styles.draft} role="status">
      {undo === null ? null : (
        <>
          <Trans>Draft discarded.</Trans>
          <Button variant="subtle" size="compact-sm" onClick={undo}>
            <Trans>Undo</Trans>
          </Button>
        </>
      )}
      {isBegun ? (
        <>
          <Trans>Kept as a draft.</Trans>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={discard}>
            <Trans>Discard draft</Trans>
          </Button>
        </>
      ) : null}
    </span>
  );
}
