import type { AuditEntry } from '#modules/identity';
import type { SecretBox } from '#platform/crypto';
import type { TenantTransaction } from '#platform/database';
import type { GuardedClient } from '#platform/http-client';
import type { Platform } from '#platform/module';
import type { PayloadNeeds } from './event-payloads.ts';

export interface HooksNeeds extends PayloadNeeds {
  readonly platform: Platform;
  readonly secretBox: SecretBox;
  /** Addresses inside that hooks may have all the same; see the setting HOOKS_ALLOW. */
  readonly allowedPlaces: string;
  readonly recordAudit: (transaction: TenantTransaction, entry: AuditEntry) => Promise<void>;
}

export interface HooksContext extends HooksNeeds {
  readonly client: GuardedClient;
  /** From 0 to below 1. */
  readonly chance: () => number;
  readonly metrics: { attempt(outcome: string): void };
}
