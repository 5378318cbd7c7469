import { consentRefusalCodes } from '#modules/consent';
import type { TenantTransaction } from '#platform/database';
import type { OutboundContext } from './needs.ts';

/** Keeps what refusals in answers tell about the people they were for; all others say nothing about them. */
export async function noteRefusals(
  { consent, store }: OutboundContext,
  tx: TenantTransaction,
  refusals: readonly { readonly messageId: string; readonly providerCode: number }[],
  refusedAt: Date,
): Promise<void> {
  const codes = new Map(
    refusals.flatMap(({ messageId, providerCode }) =>
      consentRefusalCodes.has(providerCode) ? [[messageId, providerCode] as const] : [],
    ),
  );
  if (codes.size === 0) return;
  const messages = await store.readRefused(tx, [...codes.keys()]);
  await consent.takeRefusals(
    tx,
    messages.flatMap((message) => {
      const providerCode = codes.get(message.messageId);
      return providerCode === undefined ? [] : [{ ...message, providerCode, refusedAt }];
    }),
  );
}
