import type { Identity } from '#modules/identity';
import type { TenantTransaction } from '#platform/database';
import type { Platform } from '#platform/module';

export interface ConsentNeeds {
  readonly platform: Platform;
  readonly recordAudit: Identity['recordAudit'];
  readonly memberNames: Identity['memberNames'];
  /** The id of the contact that stays, where one was merged. Throws `not_found`. */
  readonly findContact: (tx: TenantTransaction, contactId: string) => Promise<string>;
  /** The same, against being merged before the transaction has ended. Throws `not_found`. */
  readonly holdContact: (tx: TenantTransaction, contactId: string) => Promise<string>;
}
