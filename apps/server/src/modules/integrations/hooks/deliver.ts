import { Webhook } from 'standardwebhooks';
import { crashPoint } from '#platform/crash-point';
import type { GuardedAnswer } from '#platform/http-client';
import type { HooksContext } from './context.ts';
import { nextDelayMs } from './retry-plan.ts';
import type { DueDelivery } from './store-deliveries.ts';
import { markDelivered, markFailed } from './store-deliveries.ts';
import { findHookRow, noteHookFails, noteHookWorks } from './store-hooks.ts';

/** One attempt. The delivery is marked only by what the other side has answered: dying anywhere here repeats it. */
export async function deliver(
  context: HooksContext,
  delivery: Pick<DueDelivery, 'workspaceId' | 'hookId' | 'eventId' | 'attempts' | 'payload'>,
): Promise<void> {
  const { workspaceId, hookId, eventId } = delivery;
  const { database, clock } = context.platform;
  const hook = await database.inTenant(workspaceId, (tx) => findHookRow(tx, hookId));
  // Deleted a moment ago; its deliveries went with it.
  if (!hook) return;
  const place = { workspaceId, rowId: hookId, column: 'secret_encrypted' };
  const secret = await context.secretBox.open(hook.secretEncrypted, place);
  const body = JSON.stringify(delivery.payload);
  const at = clock.now();
  crashPoint('hooks.before-call');
  const answer = await context.client.post(hook.url, {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Renkei',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(eventId, at, body),
    },
  });
  crashPoint('hooks.answered');
  await database.inTenant(workspaceId, async (tx) => {
    const endedAt = clock.now();
    if (answer.answered && answer.status >= 200 && answer.status < 300) {
      await markDelivered(tx, delivery, answer.status, endedAt);
      return await noteHookWorks(tx, hookId);
    }
    const delayMs = nextDelayMs(delivery.attempts, context.chance());
    const problem = describe(answer);
    const nextAt = delayMs === undefined ? null : new Date(endedAt.getTime() + delayMs);
    const status = answer.answered ? answer.status : null;
    await markFailed(tx, delivery, { status, problem, nextAt }, endedAt);
    await noteHookFails(tx, hookId, { problem, at: endedAt, isOver: nextAt === null });
  });
  context.metrics.attempt(answer.answered ? `${Math.floor(answer.status / 100)}xx` : answer.reason);
}

/** For people; what the other side says is cut short. */
function describe(answer: GuardedAnswer): string {
  if (!answer.answered) return answer.reason;
  return `HTTP ${answer.status} ${answer.body.replaceAll(/\s+/g, ' ').slice(0, 200)}`.trim();
}
