import type { ContactConsent, RouteBody, routes } from '@renkei/contract';
import type { Principal } from '#platform/module';
import { getConsent } from './get-consent.ts';
import type { ConsentNeeds } from './needs.ts';
import { putQuestion } from './store-consents.ts';

/** How long a plain YES counts as the answer. */
const answerableForMs = 7 * 24 * 3_600_000;

/** Notes that a contact was asked in these words. The asking itself is a message like any other. Throws `not_found`. */
export function askForConsent(
  needs: ConsentNeeds,
  principal: Principal,
  givenId: string,
  { purpose, wording }: RouteBody<typeof routes.askForConsent>,
): Promise<ContactConsent> {
  const { platform, holdContact, recordAudit } = needs;
  return platform.database.inTenant(principal.workspaceId, async (tx) => {
    const contactId = await holdContact(tx, givenId);
    const askedAt = platform.clock.now();
    const expiresAt = new Date(askedAt.getTime() + answerableForMs);
    await putQuestion(tx, { contactId, purpose, wording, askedAt, expiresAt });
    await recordAudit(tx, { principal, action: 'consent.ask', subjectId: contactId, detail: { purpose } });
    tx.publish({ type: 'contact.updated', contactId });
    return getConsent(needs, tx, contactId);
  });
}
