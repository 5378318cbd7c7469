import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { JsonObject } from '../../world/entities.ts';
import { requireOwnMessage } from '../require-own-message.ts';
import { phoneKind } from './kind.ts';
import { buildUnsupported } from './unsupported.ts';

/** How long a message may be changed (Meta: messages webhook, edit). */
const editableMs = 15 * 60 * 1000;

/** Where the text of each kind that can be edited stands: texts and captions. */
const textKeys: Readonly<Record<string, string>> = {
  text: 'body',
  image: 'caption',
  video: 'caption',
  document: 'caption',
};

/**
 * Changes the text or caption of a message that was sent. Only coexistence numbers are told what changed; every other
 * number receives `unsupported` of type `edit`.
 */
export const editKind = phoneKind({
  schema: z.strictObject({ messageId: z.string().min(1), text: z.string().min(1).max(65_536) }),
  build({ messageId, text }, context) {
    const { simulation, phoneNumberId } = context;
    const { message } = requireOwnMessage(context, messageId);
    const editedAt = simulation.clock.now();
    const content = editedContent(message, text, editedAt);
    simulation.commit({ kind: 'amended', messageId, amendment: { content, editedAt } });
    if (!simulation.world.phoneNumbers.get(phoneNumberId)?.onBusinessApp) {
      return { ...buildUnsupported('edit'), silent: true };
    }
    return {
      type: 'edit',
      silent: true,
      content: {
        original_message_id: messageId,
        message: { type: message.type, [message.type]: content },
      },
    };
  },
});

/** The content of a message with another text or caption; a refusal when it is too late or has neither. */
export function editedContent(
  message: { readonly type: string; readonly content: unknown; readonly at: number },
  text: string,
  editedAt: number,
): JsonObject {
  const key = textKeys[message.type];
  if (key === undefined) throw new Refusal(400, 'Only texts and captions can be edited');
  if (editedAt > message.at + editableMs) {
    throw new Refusal(409, 'A message can be edited for 15 minutes after it was sent');
  }
  return { ...Object(message.content), [key]: text };
}
