import { gateVerdictSchema, type MessageDetails } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { readVerdict } from './store-views.ts';
import { type ViewNeeds, viewMessages } from './view-messages.ts';

/** One message with the gate's last verdict; undefined: there is none of this id. */
export async function viewMessageDetails(
  needs: ViewNeeds,
  transaction: TenantTransaction,
  messageId: string,
): Promise<MessageDetails | undefined> {
  const [message] = await viewMessages(needs, transaction, [messageId]);
  if (!message) return undefined;
  // Null, too, for a verdict that an older release kept in another shape.
  const verdict = gateVerdictSchema.safeParse(await readVerdict(transaction, messageId));
  return { ...message, verdict: verdict.data ?? null };
}
