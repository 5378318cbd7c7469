import type { Identity } from '#modules/identity';
import type { Platform } from '#platform/module';

export interface ContactsNeeds {
  readonly platform: Platform;
  readonly recordAudit: Identity['recordAudit'];
}
