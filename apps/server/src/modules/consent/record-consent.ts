import type { ContactConsent, RouteBody, routes } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import { getConsent } from './get-consent.ts';
import type { ConsentNeeds } from './needs.ts';
import { deleteQuestions, insertConsents } from './store-consents.ts';

/** A member notes what a contact has decided, and how they know. Throws `not_found`; `conflict` for what is yet to come. */
export function recordConsent(
  needs: ConsentNeeds,
  principal: Principal,
  givenId: string,
  { purpose, decision, source, evidence = '', wording = '', ...body }: RouteBody<typeof routes.recordConsent>,
): Promise<ContactConsent> {
  const { platform, holdContact, recordAudit } = needs;
  return platform.database.inTenant(principal.workspaceId, async (tx) => {
    const contactId = await holdContact(tx, givenId);
    const now = platform.clock.now();
    const decidedAt = body.decidedAt === undefined ? now : new Date(body.decidedAt);
    if (decidedAt > now) throw notYet(decidedAt);
    const { memberId } = principal;
    const id = newId();
    const noted = { id, contactId, purpose, decision, source, evidence, wording, memberId, decidedAt };
    await insertConsents(tx, [{ ...noted, channelId: null, messageId: null }], now);
    await deleteQuestions(tx, [contactId]);
    await recordAudit(tx, {
      principal,
      action: 'consent.record',
      subjectId: contactId,
      detail: { purpose, decision, source, consentId: id },
    });
    tx.publish({ type: 'contact.updated', contactId });
    return getConsent(needs, tx, contactId);
  });
}

function notYet(decidedAt: Date): RenkeiError {
  const at = decidedAt.toISOString();
  return new RenkeiError('conflict', {
    detail: {
      en: `Nobody can have decided at ${at}: that is in the future.`,
      ja: `${at} は未来の日時のため、同意の日時として記録できません。`,
    },
  });
}
