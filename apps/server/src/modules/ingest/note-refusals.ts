import type { ErrorCode } from '@renkei/contract';
import type { WebhookEndpoint } from '#modules/channels';
import type { Platform } from '#platform/module';
import type { IngestNeeds } from './needs.ts';

const onceEveryMs = 3_600_000;

/**
 * Writes into the audit log of a workspace that webhooks at one of its endpoints were refused as forged or foreign: the
 * first of an hour, with how many there were since the last entry. The metric counts each.
 */
export function createRefusalNotes({
  platform,
  recordAudit,
}: {
  readonly platform: Pick<Platform, 'clock' | 'log' | 'database'>;
  readonly recordAudit: IngestNeeds['recordAudit'];
}): (endpoint: WebhookEndpoint, code: ErrorCode) => void {
  const { clock, database, log } = platform;
  const counts = new Map<string, { readonly notedAtMs: number; since: number }>();

  return ({ workspaceId, endpointId }, code) => {
    const key = `${endpointId} ${code}`;
    const known = counts.get(key);
    const nowMs = clock.monotonicMs();
    if (known && nowMs - known.notedAtMs < onceEveryMs) {
      known.since += 1;
      return;
    }
    counts.set(key, { notedAtMs: nowMs, since: 0 });
    database
      .inTenant(workspaceId, (transaction) =>
        recordAudit(transaction, {
          principal: null,
          action: 'webhook.refused',
          subjectId: endpointId,
          detail: { code, count: (known?.since ?? 0) + 1 },
        }),
      )
      .catch((error: unknown) => log.warn({ err: error }, 'a refusal could not be noted'));
  };
}
