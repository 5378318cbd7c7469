import type { ConsentEvent, ContactConsent } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { consentStateOf } from './consent-state.ts';
import type { ConsentNeeds } from './needs.ts';
import { findQuestion, listConsents, readLatestConsents } from './store-consents.ts';

const eventsShown = 100;

/** The ledger of a contact and what follows from it. Throws `not_found`. */
export async function getConsent(
  { findContact, memberNames, platform }: ConsentNeeds,
  tx: TenantTransaction,
  givenId: string,
): Promise<ContactConsent> {
  const contactId = await findContact(tx, givenId);
  const state = consentStateOf(await readLatestConsents(tx, [contactId]));
  const rows = await listConsents(tx, contactId, eventsShown);
  const names = await memberNames(
    tx,
    rows.flatMap(({ memberId }) => memberId ?? []),
  );
  const question = await findQuestion(tx, contactId);
  const isOpen = question !== undefined && question.expiresAt > platform.clock.now();
  return {
    contactId,
    state: {
      marketing: state.marketing?.decision ?? 'unknown',
      utility: state.utility?.decision ?? 'unknown',
    },
    question: isOpen
      ? {
          purpose: question.purpose,
          wording: question.wording,
          askedAt: question.askedAt.toISOString(),
          expiresAt: question.expiresAt.toISOString(),
        }
      : null,
    events: rows.map(
      ({ memberId, decidedAt, recordedAt, ...row }): ConsentEvent => ({
        ...row,
        decidedAt: decidedAt.toISOString(),
        recordedAt: recordedAt.toISOString(),
        member: memberId === null ? null : { id: memberId, name: names.get(memberId) ?? '' },
      }),
    ),
  };
}
