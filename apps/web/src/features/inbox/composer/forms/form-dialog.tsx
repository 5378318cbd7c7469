import { useLingui } from '@lingui/react';
import type { Conversation, Message } from '@renkei/contract';
import { contentKindInfo } from '../../content/kind-info.ts';
import type { Form } from './form.ts';
import { MessageForm } from './message-form.tsx';
import { WideDialog } from './wide-dialog.tsx';

interface FormDialogProps {
  readonly conversation: Conversation;
  readonly form: Form;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
  readonly onClose: () => void;
}

/** Makes a message of one kind. */
export function FormDialog({ conversation, form, replyTo, onReplyTo, onClose }: FormDialogProps) {
  const { i18n } = useLingui();
  return (
    <WideDialog title={i18n._(contentKindInfo[form.kind].label)} onClose={onClose}>
      <MessageForm
        conversation={conversation}
        name={form.kind}
        field={form.field}
        replyTo={replyTo}
        onReplyTo={onReplyTo}
        onSent={onClose}
      />
    </WideDialog>
  );
}
