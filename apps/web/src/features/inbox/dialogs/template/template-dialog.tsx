import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Conversation, Message, SendableContent, Template } from '@renkei/contract';
import { useMemo, useState } from 'react';
import type { Field } from '../../composer/fields/field.ts';
import { MessageForm } from '../../composer/forms/message-form.tsx';
import { WideDialog } from '../../composer/forms/wide-dialog.tsx';
import styles from './template.module.css';
import { hasFields, templateField } from './template-field.ts';
import { TemplateList } from './template-list.tsx';

interface TemplateDialogProps {
  readonly conversation: Conversation;
  readonly replyTo: Message | null;
  readonly onReplyTo: (message: Message | null) => void;
  readonly onClose: () => void;
}

/** Chooses a template, fills it in and sends it. */
export function TemplateDialog({ conversation, replyTo, onReplyTo, onClose }: TemplateDialogProps) {
  const [chosen, setChosen] = useState<Template | null>(null);
  const field = useMemo(() => (chosen === null ? null : fieldOf(chosen)), [chosen]);
  const { name } = conversation.contact;
  return (
    <WideDialog onClose={onClose} title={<Trans>Send a template to {name}</Trans>}>
      {chosen === null || field === null ? (
        <TemplateList conversation={conversation} onChoose={setChosen} />
      ) : (
        <MessageForm
          conversation={conversation}
          name={`template-${chosen.id}`}
          field={field}
          replyTo={replyTo}
          onReplyTo={onReplyTo}
          onSent={onClose}
        >
          <Button variant="subtle" color="gray" onClick={() => setChosen(null)}>
            <Trans>Other template</Trans>
          </Button>
        </MessageForm>
      )}
    </WideDialog>
  );
}

function fieldOf(template: Template): Field<SendableContent> {
  const field = templateField(template);
  if (hasFields(template)) return field;
  return {
    ...field,
    View: (props) => (
      <>
        <p className={styles.body}>
          <Trans>This template has nothing to fill in.</Trans>
        </p>
        <field.View {...props} />
      </>
    ),
  };
}
