import type { SendingSettings } from '@renkei/contract';
import type { ContactMerge, MarketingPreference } from '#modules/contacts';
import type { TenantTransaction } from '#platform/database';
import type { ServerModule } from '#platform/module';
import { type ConsentState, consentStateOf, nothingDecided } from './consent-state.ts';
import type { ConsentNeeds } from './needs.ts';
import { consentRoutes } from './routes.ts';
import { readSendingSettings } from './settings.ts';
import { moveConsentRows, readLatestConsents } from './store-consents.ts';
import { moveSuppressions, readSuppressions, type Suppression } from './store-suppressions.ts';
import { takePreferences } from './take-preferences.ts';
import { type ConsentRefusal, takeRefusals } from './take-refusals.ts';
import { type Confirmation, type Reply, takeReplies } from './take-replies.ts';

/** What other modules ask consent. Everything is read and written in the caller's transaction. */
export interface Consent {
  settings(tx: TenantTransaction): Promise<SendingSettings>;
  /** By contact; everybody asked for is there. */
  states(tx: TenantTransaction, contactIds: readonly string[]): Promise<ReadonlyMap<string, ConsentState>>;
  /** By contact; those without any are left out. */
  suppressions(
    tx: TenantTransaction,
    contactIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Suppression[]>>;
  /** What customers wrote: keywords take effect. Gives what is to be answered. */
  takeReplies(tx: TenantTransaction, replies: readonly Reply[]): Promise<readonly Confirmation[]>;
  takePreferences(tx: TenantTransaction, preferences: readonly MarketingPreference[]): Promise<void>;
  takeRefusals(tx: TenantTransaction, refusals: readonly ConsentRefusal[]): Promise<void>;
  /** Contacts that were found to be others. */
  move(tx: TenantTransaction, merges: readonly ContactMerge[]): Promise<void>;
}

/** What people agreed to be sent and what they stopped, with the proof; by which rules the workspace sends. */
export function createConsentModule(needs: ConsentNeeds): {
  readonly module: ServerModule;
  readonly consent: Consent;
} {
  const { clock } = needs.platform;
  return {
    module: { name: 'consent', routes: consentRoutes(needs), workers: [] },
    consent: {
      settings: readSendingSettings,
      async states(tx, contactIds) {
        const latest = contactIds.length === 0 ? [] : await readLatestConsents(tx, contactIds);
        const byContact = Map.groupBy(latest, ({ contactId }) => contactId);
        return new Map(
          contactIds.map((contactId) => {
            const own = byContact.get(contactId);
            return [contactId, own ? consentStateOf(own) : nothingDecided];
          }),
        );
      },
      async suppressions(tx, contactIds) {
        const rows = contactIds.length === 0 ? [] : await readSuppressions(tx, contactIds);
        return Map.groupBy(rows, ({ contactId }) => contactId);
      },
      takeReplies: (tx, replies) => takeReplies(tx, replies, clock.now()),
      takePreferences: (tx, preferences) => takePreferences(tx, preferences, clock.now()),
      takeRefusals: (tx, refusals) => takeRefusals(tx, refusals, clock.now()),
      async move(tx, merges) {
        for (const merge of merges) {
          await moveConsentRows(tx, merge);
          await moveSuppressions(tx, merge);
        }
      },
    },
  };
}
