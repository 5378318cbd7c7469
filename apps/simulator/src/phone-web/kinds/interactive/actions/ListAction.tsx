import { List } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useChat } from '../../../chat/chat-context.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

const rowSchema = z.looseObject({ id: z.string(), title: z.string(), description: z.string().optional() });

const listSchema = z.looseObject({
  button: z.string(),
  sections: z.array(z.looseObject({ title: z.string().optional(), rows: z.array(rowSchema) })),
});

/** A button that opens a list of up to ten rows; a row can be chosen as often as one likes. */
export function ListAction({ action, message }: InteractiveActionProps) {
  const { send } = useChat();
  const [isOpen, setOpen] = useState(false);
  const parsed = listSchema.safeParse(action);
  if (!parsed.success) return null;
  const { button, sections } = parsed.data;

  const choose = ({ id, title, description }: z.infer<typeof rowSchema>) => {
    setOpen(false);
    const row = { id, title, ...(description && { description }) };
    send({
      type: 'interactive',
      content: { type: 'list_reply', list_reply: row },
      contextId: message.id,
      request: { type: 'list_reply', content: { messageId: message.id, ...row } },
    });
  };

  return (
    <div className={styles.answers}>
      <AnswerButton title={button} icon={List} onPress={() => setOpen(true)} />
      {isOpen && (
        <Sheet title={button} onClose={() => setOpen(false)}>
          {sections.map((section) => (
            <section key={section.title ?? section.rows[0]?.id} className={styles.listSection}>
              {section.title && <h3>{section.title}</h3>}
              {section.rows.map((row) => (
                <button
                  key={row.id}
                  type="button"
                  className={styles.listRow}
                  disabled={message.direction === 'sent'}
                  onClick={() => choose(row)}
                >
                  {row.title}
                  {row.description && <small>{row.description}</small>}
                </button>
              ))}
            </section>
          ))}
        </Sheet>
      )}
    </div>
  );
}
