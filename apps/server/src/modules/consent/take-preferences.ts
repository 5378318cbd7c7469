import type { MarketingPreference } from '#modules/contacts';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { insertConsents } from './store-consents.ts';

/**
 * What a person chose in WhatsApp under "Offers and announcements" is consent too: a stop ends marketing, a resume or a
 * sign-up allows it again. (Meta, "user_preferences", 2025-11-05)
 */
export async function takePreferences(
  tx: TenantTransaction,
  preferences: readonly MarketingPreference[],
  now: Date,
): Promise<void> {
  await insertConsents(
    tx,
    preferences.map(({ contactId, channelId, category, choice, decidedAt }) => ({
      id: newId(),
      contactId,
      channelId,
      purpose: 'marketing',
      decision: choice === 'stop' ? 'opt_out' : 'opt_in',
      source: 'whatsapp',
      evidence: `user_preferences: ${category} ${choice}`,
      wording: '',
      messageId: null,
      memberId: null,
      decidedAt,
    })),
    now,
  );
}
