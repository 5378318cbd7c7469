import type { MarketingPreference } from '#modules/contacts';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { insertConsents, type KnownChoice, type NewConsent, readChoices } from './store-consents.ts';

/** The only one that Meta knows; what is decided about another says nothing about marketing. */
const marketingCategory = 'marketing_messages';

/**
 * What a person chose in WhatsApp under "Offers and announcements" is consent too: a stop ends marketing, a resume or a
 * sign-up allows it again. Told again it changes nothing. (Meta, "user_preferences", 2025-11-05)
 */
export async function takePreferences(
  tx: TenantTransaction,
  preferences: readonly MarketingPreference[],
  now: Date,
): Promise<void> {
  const about = preferences.filter(({ category }) => category === marketingCategory);
  if (about.length === 0) return;
  const known = await readChoices(
    tx,
    about.map(({ contactId }) => contactId),
  );
  const said = new Set(known.map(keyOf));
  const consents = about.map(toConsent);
  const fresh = new Map(
    consents.flatMap((consent) => (said.has(keyOf(consent)) ? [] : [[keyOf(consent), consent] as const])),
  );
  await insertConsents(tx, [...fresh.values()], now);
}

function toConsent({ contactId, channelId, category, choice, decidedAt }: MarketingPreference): NewConsent {
  return {
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
  };
}

function keyOf({ contactId, channelId, decision, decidedAt }: KnownChoice): string {
  return `${contactId} ${channelId} ${decision} ${decidedAt.getTime()}`;
}
