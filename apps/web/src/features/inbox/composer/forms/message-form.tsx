import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Tooltip } from '@mantine/core';
import type { Conversation, Media, Message, Problem, SendableContent } from '@renkei/contract';
import { SendHorizontal } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocalized } from '../../../../lib/i18n.ts';
import { useShortcuts } from '../../../../lib/use-shortcuts.ts';
import { ChannelProvider } from '../../content/channel-context.ts';
import { useFormDraft } from '../../data/use-form-draft.ts';
import { useGateCheck } from '../../data/use-gate-check.ts';
import { useSend } from '../../data/use-send.ts';
import type { Fault, Field } from '../fields/field.ts';
import { FormPlaceProvider } from '../fields/form-place.ts';
import { ReplyPreview } from '../reply-preview.tsx';
import { VerdictCard } from '../verdict-card.tsx';
import styles from './message-form.module.css';
import { MessagePreview } from './message-preview.tsx';

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
  const submit = () => {
    if (faults.length > 0) {
      setIsTried(true);
      requestAnimationFrame(() => focusFirstFault(form.current));
      return;
    }
    if (refusal !== null) return;
    send({ content, files, media: ownFile(content, files), replyTo });
    draft.forget();
    onReplyTo(null);
    onSent();
  };
  useShortcuts({ 'mod+Enter': submit });
  return (
    <FormPlaceProvider value={place}>
      <ChannelProvider value={place.channelId}>
        {replyTo === null ? null : (
          <ReplyPreview
            message={replyTo}
            contactName={conversation.contact.name}
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
          <SendFormButton faults={faults} refusal={refusal} onSend={submit} />
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

interface SendFormButtonProps {
  readonly faults: readonly Fault[];
  readonly refusal: Problem | null;
  readonly onSend: () => void;
}

/** Stays in the order of the Tab key while it can do nothing, says why, and leads to what is missing. */
function SendFormButton({ faults, refusal, onSend }: SendFormButtonProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const reasonId = useId();
  const reason =
    faults.length > 0 ? (
      <Plural
        value={faults.length}
        one="One thing is still missing or wrong"
        other="# things are still missing or wrong"
      />
    ) : refusal === null ? null : (
      localized(refusal.title)
    );
  return (
    <span className={styles.sending}>
      <span className={styles.reason} id={reasonId}>
        {reason}
      </span>
      <Tooltip label={t`Send (Ctrl+Enter)`}>
        <Button
          leftSection={<SendHorizontal size={16} aria-hidden />}
          onClick={onSend}
          aria-disabled={reason !== null}
          data-disabled={reason !== null || undefined}
          aria-describedby={reasonId}
        >
          <Trans>Send</Trans>
        </Button>
      </Tooltip>
    </span>
  );
}
