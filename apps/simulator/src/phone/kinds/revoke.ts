import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { requireOwnMessage } from '../require-own-message.ts';
import { phoneKind } from './kind.ts';
import { buildUnsupported } from './unsupported.ts';

/** How long a message may be taken back (Meta: messages webhook, revoke). */
export const revocableMs = 2 * 24 * 60 * 60 * 1000;

/**
 * Deletes a sent message for everyone. Only coexistence numbers receive `revoke`; what every other number receives is
 * not documented, here `unsupported` of type `unknown`.
 */
export const revokeKind = phoneKind({
  schema: z.strictObject({ messageId: z.string().min(1) }),
  build({ messageId }, context) {
    const { simulation, phoneNumberId } = context;
    const { message } = requireOwnMessage(context, messageId);
    const revokedAt = simulation.clock.now();
    if (revokedAt > message.at + revocableMs) {
      throw new Refusal(409, 'A message can be deleted for everyone for two days after it was sent');
    }
    simulation.commit({ kind: 'amended', messageId, amendment: { revokedAt } });
    if (!simulation.world.phoneNumbers.get(phoneNumberId)?.onBusinessApp) {
      return { ...buildUnsupported('unknown'), silent: true };
    }
    return { type: 'revoke', silent: true, content: { original_message_id: messageId } };
  },
});
