import { retainInSystem, retainPerWorkspace, type Upkeep, type UpkeepContext } from '#platform/upkeep';
import {
  deleteIdlePairs,
  deleteLeftovers,
  deleteMessages,
  deleteOldAttempts,
  listMessageRetention,
  listOldestMessages,
  type MessageRetention,
} from './store-retention.ts';

/** Takes away files that no message shows any more. */
export type ForgetFiles = (workspaceId: string, mediaIds: readonly string[]) => Promise<void>;

const dayMs = 24 * 3_600_000;
const batchMessages = 500;

/** What of messages grows old. Messages themselves only where a workspace wants it. */
export function messagesUpkeep(
  keep: { readonly attemptDays: number },
  forgetFiles: ForgetFiles,
): readonly Upkeep[] {
  return [
    retainPerWorkspace({ name: 'attempts', keepDays: keep.attemptDays, purge: deleteOldAttempts }),
    retainInSystem({ name: 'send_rates', keepDays: 2, purge: deleteIdlePairs }),
    retainPerWorkspace({ name: 'outbox', keepDays: 7, purge: deleteLeftovers }),
    forgetOldMessages(forgetFiles),
  ];
}

function forgetOldMessages(forgetFiles: ForgetFiles): Upkeep {
  return {
    name: 'messages',
    everyMs: 3_600_000,
    async run(context) {
      let removed = 0;
      for (const retention of await context.database.inSystem(listMessageRetention)) {
        removed += await forgetOf(context, retention, forgetFiles);
      }
      return removed;
    },
  };
}

async function forgetOf(
  { database, now, isStopping }: UpkeepContext,
  { workspaceId, keepDays }: MessageRetention,
  forgetFiles: ForgetFiles,
): Promise<number> {
  const before = new Date(now.getTime() - keepDays * dayMs);
  let removed = 0;
  let after: string | undefined;
  while (!isStopping()) {
    const { oldest, old } = await database.inTenant(workspaceId, async (transaction) => {
      const oldest = await listOldestMessages(transaction, after, batchMessages);
      const old = oldest.filter(({ createdAt, waits }) => createdAt < before && !waits);
      if (old.length > 0)
        await deleteMessages(
          transaction,
          old.map(({ id }) => id),
        );
      return { oldest, old };
    });
    await forgetFiles(workspaceId, [...new Set(old.flatMap(({ mediaIds }) => mediaIds))]);
    removed += old.length;
    const last = oldest.at(-1);
    if (!last || oldest.length < batchMessages || last.createdAt >= before) break;
    after = last.id;
  }
  return removed;
}
