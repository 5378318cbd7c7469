import { routes } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { bind, type RouteBinding } from '#platform/module';
import { listAccountEvents } from './list-account-events.ts';
import { listQuarantine } from './list-quarantine.ts';
import type { IngestNeeds } from './needs.ts';
import { replayQuarantined } from './replay-quarantined.ts';

export function ingestRoutes({ platform, recordAudit }: IngestNeeds): readonly RouteBinding[] {
  return [
    bind(routes.listAccountEvents, ({ workspaceId }, { query }) =>
      listAccountEvents(platform, workspaceId, query),
    ),
    bind(routes.listQuarantine, async ({ workspaceId }) => ({
      items: [...(await listQuarantine(platform, workspaceId))],
    })),
    bind(routes.replayQuarantined, async (principal, { params: { rawEventId } }) => {
      const { workspaceId } = principal;
      const released = await replayQuarantined(platform, { workspaceId, rawEventId });
      if (released === 0) throw new RenkeiError('not_found');
      await platform.database.inTenant(workspaceId, (transaction) =>
        recordAudit(transaction, {
          principal,
          action: 'rawEvent.replay',
          subjectId: rawEventId,
        }),
      );
      return {};
    }),
    bind(routes.replayAllQuarantined, async (principal) => {
      const { workspaceId } = principal;
      const released = await replayQuarantined(platform, { workspaceId });
      if (released > 0) {
        await platform.database.inTenant(workspaceId, (transaction) =>
          recordAudit(transaction, {
            principal,
            action: 'rawEvent.replayAll',
            subjectId: workspaceId,
            detail: { released },
          }),
        );
      }
      return { released };
    }),
  ];
}
