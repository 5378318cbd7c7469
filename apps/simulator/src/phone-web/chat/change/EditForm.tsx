import type { FormEvent } from 'react';
import { z } from 'zod';
import { useText } from '../../i18n/language.ts';
import type { ShownMessage } from '../../session/outbox.ts';
import { AreaField } from '../../ui/AreaField.tsx';
import { Button } from '../../ui/Button.tsx';
import { readField } from '../../ui/read-field.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { useChat } from '../chat-context.ts';

const textSchema = z.looseObject({ body: z.string().optional(), caption: z.string().optional() });

/** Changes the text or caption of a message that was sent. */
export function EditForm({ message, onClose }: { message: ShownMessage; onClose: () => void }) {
  const text = useText();
  const { sendSilently } = useChat();
  const { body, caption } = textSchema.safeParse(message.content).data ?? {};
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const changed = readField(new FormData(event.currentTarget), 'text');
    sendSilently('edit', { messageId: message.id, text: changed });
    onClose();
  };
  return (
    <Sheet title={text.change.edit} onClose={onClose}>
      <form onSubmit={submit}>
        <AreaField label={text.change.newText} name="text" required defaultValue={body ?? caption} />
        <Button tone="accent" type="submit">
          {text.change.save}
        </Button>
      </form>
    </Sheet>
  );
}
