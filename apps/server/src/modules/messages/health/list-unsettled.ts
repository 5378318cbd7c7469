import type { UnsettledMessage, UnsettledState } from '@renkei/contract';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { mayResend } from '../views/may-resend.ts';
import { failedSince, type HealthContext } from './get-health.ts';
import { listUnsettledRows, type UnsettledRow } from './store-health.ts';

interface UnsettledQuery {
  readonly state: UnsettledState;
  readonly channelId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 50;

/** A page of what has no good end, newest first. */
export function listUnsettledMessages(
  { platform, contactNames, listChannels }: HealthContext,
  workspaceId: string,
  { state, channelId, cursor, limit = defaultLimit }: UnsettledQuery,
): Promise<{ readonly items: UnsettledMessage[]; readonly nextCursor: string | null }> {
  const [place, id] = decodeCursor(cursor, ['instant', 'id']);
  const before = place === undefined || id === undefined ? undefined : { place, id };
  return platform.database.inTenant(workspaceId, async (tx) => {
    const rows = await listUnsettledRows(tx, {
      state,
      channelId,
      failedSince: failedSince(platform.clock.now()),
      before,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const contacts = await contactNames(tx, [...new Set(shown.map(({ contactId }) => contactId))]);
    const channels = new Map((await listChannels(tx)).map((channel) => [channel.id, channel.name]));
    const last = shown.at(-1);
    return {
      items: shown.map((row) => ({
        id: row.id,
        conversationId: row.conversationId,
        contact: { id: row.contactId, name: contacts.get(row.contactId)?.name ?? '' },
        channel: { id: row.channelId, name: channels.get(row.channelId) ?? '' },
        state: row.state,
        kind: row.kind,
        preview: row.preview,
        queuedAt: row.queuedAt.toISOString(),
        triedAt: row.triedAt?.toISOString() ?? null,
        problem: row.problem,
        actions: actionsOf(row),
      })),
      nextCursor: rows.length > limit && last ? encodeCursor([last.place, last.id]) : null,
    };
  });
}

/** Nobody may do anything about an unsure one: whether the provider has it is still being found out. */
function actionsOf({ state, problem }: UnsettledRow): UnsettledMessage['actions'] {
  if (state === 'unsure') return [];
  return mayResend(state, problem) ? ['resend', 'dismiss'] : ['dismiss'];
}
