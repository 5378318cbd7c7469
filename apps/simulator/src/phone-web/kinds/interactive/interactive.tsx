import { Suspense } from 'react';
import { z } from 'zod';
import { FormattedText } from '../../format/FormattedText.tsx';
import { defineKind, type KindViewProps } from '../define-kind.tsx';
import styles from '../parts/kinds.module.css';
import { MessageHeader, messageHeaderSchema } from '../parts/MessageHeader.tsx';
import { UnsupportedView } from '../parts/UnsupportedView.tsx';
import { ReplyView } from './ReplyView.tsx';
import { interactiveActions, isInteractiveType } from './registry.ts';
import { findReply } from './replies.ts';

const interactiveContentSchema = z.looseObject({
  type: z.string(),
  header: messageHeaderSchema.optional(),
  body: z.looseObject({ text: z.string() }).optional(),
  footer: z.looseObject({ text: z.string() }).optional(),
  action: z.unknown().optional(),
});

type InteractiveContent = z.infer<typeof interactiveContentSchema>;

function InteractiveView({ content, message }: KindViewProps<InteractiveContent>) {
  const reply = findReply(content);
  if (reply) return <ReplyView reply={reply} />;

  const Action = isInteractiveType(content.type) ? interactiveActions[content.type] : undefined;
  if (!Action && !content.body) return <UnsupportedView message={message} />;
  return (
    <>
      {content.header && <MessageHeader header={content.header} />}
      {content.body && (
        <p className={styles.text}>
          <FormattedText text={content.body.text} />
        </p>
      )}
      {content.footer && <p className={styles.footer}>{content.footer.text}</p>}
      {Action ? (
        <Suspense fallback={null}>
          <Action action={content.action} message={message} />
        </Suspense>
      ) : (
        <UnsupportedView message={message} />
      )}
    </>
  );
}

export const interactiveKind = defineKind({
  schema: interactiveContentSchema,
  View: InteractiveView,
  summarise: (content, text) => {
    const reply = findReply(content);
    if (reply) return reply.title ?? text.replies[reply.kind];
    const words: Readonly<Record<string, string>> = text.kinds.interactiveTypes;
    return content.body?.text ?? words[content.type] ?? text.kinds.interactive;
  },
});
