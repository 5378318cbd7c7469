import { Copy, Reply } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useChat } from '../chat/chat-context.ts';
import { FormattedText } from '../format/FormattedText.tsx';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { defineKind, type KindViewProps } from './define-kind.tsx';
import { findAnswer } from './interactive/find-answer.ts';
import { AnswerButton } from './parts/AnswerButton.tsx';
import styles from './parts/kinds.module.css';
import { LinkButton } from './parts/LinkButton.tsx';
import { MessageHeader, messageHeaderSchema } from './parts/MessageHeader.tsx';

const templateButtonSchema = z.looseObject({
  type: z.string().default('QUICK_REPLY'),
  text: z.string(),
  payload: z.string().optional(),
  url: z.string().optional(),
  code: z.string().optional(),
});

const templateContentSchema = z.looseObject({
  header: messageHeaderSchema.optional(),
  body: z.string(),
  footer: z.string().optional(),
  buttons: z.array(templateButtonSchema).default([]),
});

type TemplateButton = z.infer<typeof templateButtonSchema>;

function TemplateView({ content, message }: KindViewProps<z.infer<typeof templateContentSchema>>) {
  return (
    <>
      {content.header && <MessageHeader header={content.header} />}
      <p className={styles.text}>
        <FormattedText text={content.body} />
      </p>
      {content.footer && <p className={styles.footer}>{content.footer}</p>}
      {content.buttons.length > 0 && (
        <div className={styles.answers}>
          {content.buttons.map((button) => (
            <TemplateButtonView key={`${button.type} ${button.text}`} button={button} message={message} />
          ))}
        </div>
      )}
    </>
  );
}

function TemplateButtonView({ button, message }: { button: TemplateButton; message: ShownMessage }) {
  const text = useText();
  const { chat, send } = useChat();
  const [isCopied, setCopied] = useState(false);
  if (button.url) return <LinkButton title={button.text} url={button.url} />;

  const { code } = button;
  if (code) {
    const copy = () => navigator.clipboard.writeText(code).then(() => setCopied(true));
    return (
      <AnswerButton
        title={isCopied ? text.kinds.code : button.text}
        icon={Copy}
        onPress={() => void copy()}
      />
    );
  }

  if (button.type.toUpperCase() !== 'QUICK_REPLY') {
    return <AnswerButton title={button.text} isDisabled note={text.interactive.notPlayable} />;
  }

  // Meta sends the button's own text as the payload when the sender set none (cloud-api: template sends).
  const payload = button.payload ?? button.text;
  const answer = findAnswer(chat.messages, message.id);
  return (
    <AnswerButton
      title={button.text}
      icon={Reply}
      isChosen={answer === payload}
      isDisabled={answer !== undefined}
      onPress={() => {
        const content = { text: button.text, payload };
        const request = { type: 'button', content: { messageId: message.id, ...content } };
        send({ type: 'button', content, contextId: message.id, request });
      }}
    />
  );
}

export const templateKind = defineKind({
  schema: templateContentSchema,
  View: TemplateView,
  summarise: (content) => content.body,
});
