import { setTimeout as pause } from 'node:timers/promises';
import { RenkeiError } from '@renkei/sdk';
import type { Stage } from '../stage/open-stage.ts';
import { until } from '../stage/until.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';

/** Every customer writes once, so that a window is open; gives the conversations. */
export async function openConversations(
  { control, database, record }: Stage,
  workspace: StageWorkspace,
  customers: number,
): Promise<readonly string[]> {
  const messages = Array.from({ length: customers }, (_, index) => ({
    phoneNumberId: workspace.phoneNumberId,
    waId: workspace.customer(index),
    type: 'text',
    text: { body: `${workspace.canary} hello` },
  }));
  const { ids: written } = await control.sendInbound(messages, 10);
  messages.forEach(({ waId, phoneNumberId }, index) =>
    record.written.push({ id: written[index] ?? '', waId, phoneNumberId }),
  );
  let ids: readonly string[] = [];
  await until('the conversations', async () => {
    const rows = await database.query<{ id: string }>(
      `select id::text from conversations
       where workspace_id = $1 and recipient_phone = any ($2) and window_closes_at > now() order by recipient_phone`,
      [workspace.workspaceId, messages.map(({ waId }) => waId)],
    );
    ids = rows.map(({ id }) => id);
    return ids.length === customers;
  });
  return ids;
}

const senders = 4;
/** On a busy machine a server that dies again and again is away for most of the time. */
const patienceMs = 240_000;
/** There may be a hundred of them while a server is away: asked more often, they take the processor it needs to come back. */
const askAgainMs = 300;
let keys = 0;

interface Sending {
  readonly count: number;
  readonly conversations: readonly string[];
  readonly pauseMs?: number;
  readonly stopping?: AbortSignal;
  /** A file to send with every tenth of them. */
  readonly mediaId?: string | undefined;
}

/**
 * Members send. Like a browser: the same key until there is an answer, however often the server dies in between. Ends
 * when every message was accepted, or `stopping` is aborted.
 */
export function sendMessages(stage: Stage, workspace: StageWorkspace, what: Sending): Promise<number> {
  const accepted = sendAll(stage, workspace, what);
  // It may be awaited much later; until then a failure must not end the harness.
  accepted.catch(() => undefined);
  return accepted;
}

async function sendAll(stage: Stage, workspace: StageWorkspace, what: Sending): Promise<number> {
  let next = 0;
  let accepted = 0;
  // Goes on where the one before ended: all to the same few customers would wait for the rate of their pairs.
  const first = keys;
  const sender = async () => {
    for (let index = next++; index < what.count && !what.stopping?.aborted; index = next++) {
      const conversationId = what.conversations[(first + index) % what.conversations.length] ?? '';
      // Nobody is told the very same thing twice: the gate would ask whether that is meant.
      const idempotencyKey = `faults-${keys++}`;
      const caption = `${workspace.canary} ${idempotencyKey}`;
      const content =
        what.mediaId !== undefined && index % 10 === 0
          ? ({ kind: 'image', mediaId: what.mediaId, caption } as const)
          : ({ kind: 'text', body: caption } as const);
      let lastError: unknown;
      await until(
        'a queued message',
        async () => {
          if (what.stopping?.aborted) return true;
          try {
            const message = await workspace.api.call('sendMessage', {
              params: { conversationId },
              body: { content },
              idempotencyKey,
            });
            stage.record.requested.push({ workspaceId: workspace.workspaceId, messageId: message.id });
            accepted += 1;
            return true;
          } catch (error) {
            if (isRefusal(error)) throw error;
            lastError = error;
            return false; // Dead, or without a database: asked again with the same key.
          }
        },
        patienceMs,
        askAgainMs,
      ).catch((error: unknown) => {
        throw new Error(String(error), { cause: lastError });
      });
      await pause(what.pauseMs ?? 5);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return accepted;
}

function isRefusal(error: unknown): boolean {
  return error instanceof RenkeiError && error.status >= 400 && error.status < 500;
}
