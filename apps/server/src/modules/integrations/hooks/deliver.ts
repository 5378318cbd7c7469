import { Webhook } from 'standardwebhooks';
import { crashPoint } from '#platform/crash-point';
import type { GuardedAnswer } from '#platform/http-client';
import type { HooksContext } from './context.ts';
import { nextDelayMs, retriedForMs } from './retry-plan.ts';
import { type DueDelivery, markDelivered, markFailed, postpone } from './store-deliveries.ts';
import { findHookTarget, noteHookFails, noteHookWorks } from './store-hooks.ts';

/** A hook that is switched off is told what waits once it is switched on; nobody else looks sooner than this. */
const restMs = 24 * 3_600_000;

/**
 * One attempt. The delivery is marked only by what the other side has answered: dying anywhere here repeats it. Gives
 * whether there was an answer; undefined: nobody was called.
 */
export async function deliver(context: HooksContext, delivery: DueDelivery): Promise<boolean | undefined> {
  const { workspaceId, hookId, eventId } = delivery;
  const { database, clock } = context.platform;
  const hook = await database.inTenant(workspaceId, async (tx) => {
    const found = await findHookTarget(tx, hookId);
    if (found?.state !== 'disabled') return found;
    await postpone(tx, delivery, new Date(clock.now().getTime() + restMs));
    return undefined;
  });
  // Switched off; or deleted a moment ago, and its deliveries went with it.
  if (!hook) return undefined;
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
    const triedSince = nextAt === null ? new Date(endedAt.getTime() - retriedForMs) : null;
    await noteHookFails(tx, hookId, { problem, at: endedAt, triedSince });
  });
  context.metrics.attempt(answer.answered ? `${Math.floor(answer.status / 100)}xx` : answer.reason);
  return answer.answered;
}

/** For people; what the other side says is cut short, and its control characters would not let themselves be stored. */
function describe(answer: GuardedAnswer): string {
  if (!answer.answered) return answer.reason;
  return `HTTP ${answer.status} ${answer.body.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 200)}`.trim();
}
