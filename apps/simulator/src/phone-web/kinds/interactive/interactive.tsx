import type { ComponentType } from 'react';
import { z } from 'zod';
import { FormattedText } from '../../format/FormattedText.tsx';
import { defineKind, type KindViewProps } from '../define-kind.tsx';
import styles from '../parts/kinds.module.css';
import { MessageHeader, messageHeaderSchema } from '../parts/MessageHeader.tsx';
import { UnsupportedView } from '../parts/UnsupportedView.tsx';
import { CtaUrlAction } from './CtaUrlAction.tsx';
import type { InteractiveActionProps } from './interactive-action.ts';
import { ListAction } from './ListAction.tsx';
import { LocationRequestAction } from './LocationRequestAction.tsx';
import { ReplyButtonsAction } from './ReplyButtonsAction.tsx';

const replySchema = z.looseObject({ id: z.string(), title: z.string(), description: z.string().optional() });

const interactiveContentSchema = z.looseObject({
  type: z.string(),
  header: messageHeaderSchema.optional(),
  body: z.looseObject({ text: z.string() }).optional(),
  footer: z.looseObject({ text: z.string() }).optional(),
  action: z.unknown().optional(),
  button_reply: replySchema.optional(),
  list_reply: replySchema.optional(),
});

type InteractiveContent = z.infer<typeof interactiveContentSchema>;

/** What can be pressed under the text, by the `type` of the interactive object. */
const actions = new Map<string, Readonly<{ Action: ComponentType<InteractiveActionProps> }>>([
  ['button', { Action: ReplyButtonsAction }],
  ['list', { Action: ListAction }],
  ['cta_url', { Action: CtaUrlAction }],
  ['location_request_message', { Action: LocationRequestAction }],
]);

function InteractiveView({ content, message }: KindViewProps<InteractiveContent>) {
  const reply = content.button_reply ?? content.list_reply;
  if (reply) return <ReplyView title={reply.title} description={reply.description} />;

  const known = actions.get(content.type);
  if (!known && !content.body) return <UnsupportedView message={message} />;
  return (
    <>
      {content.header && <MessageHeader header={content.header} />}
      {content.body && (
        <p className={styles.text}>
          <FormattedText text={content.body.text} />
        </p>
      )}
      {content.footer && <p className={styles.footer}>{content.footer.text}</p>}
      {known ? (
        <known.Action action={content.action} message={message} />
      ) : (
        <UnsupportedView message={message} />
      )}
    </>
  );
}

function ReplyView({ title, description }: { title: string; description: string | undefined }) {
  return (
    <p className={styles.text}>
      {title}
      {description && <small className={styles.replyDescription}>{description}</small>}
    </p>
  );
}

export const interactiveKind = defineKind({
  schema: interactiveContentSchema,
  View: InteractiveView,
  summarise: (content, text) =>
    content.button_reply?.title ?? content.list_reply?.title ?? content.body?.text ?? text.kinds.interactive,
});
