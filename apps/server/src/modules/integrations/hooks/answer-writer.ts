import { crashPoint } from '#platform/crash-point';
import type { TenantTransaction } from '#platform/database';
import type { GuardedAnswer } from '#platform/http-client';
import type { HooksContext } from './context.ts';
import { nextDelayMs, retriedForMs } from './retry-plan.ts';
import { type DueDelivery, markDelivered, markFailed } from './store-deliveries.ts';
import { noteHookFails, noteHookWorks } from './store-hooks.ts';

export interface Ended {
  readonly delivery: DueDelivery;
  readonly answer: GuardedAnswer;
}

interface Waiting extends Ended {
  resolve(): void;
  reject(error: unknown): void;
}

/** Writes down how deliveries ended: of each workspace together what has ended while the last ones were written. */
export interface AnswerWriter {
  /** Resolves when it is committed. What cannot be written is due again, and told once more. */
  write(ended: Ended): Promise<void>;
}

export function createAnswerWriter(context: HooksContext): AnswerWriter {
  const queues = new Map<string, Waiting[]>();

  async function empty(workspaceId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      const some = queue.splice(0);
      await context.platform.database
        .inTenant(workspaceId, (tx) => writeAnswers(context, tx, some))
        .then(
          () => some.forEach(({ resolve }) => resolve()),
          (error: unknown) => some.forEach(({ reject }) => reject(error)),
        );
    }
    queues.delete(workspaceId);
  }

  return {
    write: (ended) =>
      new Promise((resolve, reject) => {
        const { workspaceId } = ended.delivery;
        const waiting = { ...ended, resolve, reject };
        const queue = queues.get(workspaceId);
        if (queue) return void queue.push(waiting);
        const begun = [waiting];
        queues.set(workspaceId, begun);
        void empty(workspaceId, begun);
      }),
  };
}

async function writeAnswers(
  context: HooksContext,
  tx: TenantTransaction,
  answers: readonly Ended[],
): Promise<void> {
  crashPoint('hooks.answered');
  const at = context.platform.clock.now();
  const delivered = answers.flatMap(({ delivery, answer }) =>
    isTaken(answer) ? [{ ...delivery, status: answer.status }] : [],
  );
  if (delivered.length > 0) await markDelivered(tx, delivered, at);
  for (const [hookId, own] of Map.groupBy(answers, ({ delivery }) => delivery.hookId)) {
    await writeOfHook(context, tx, hookId, own, at);
  }
}

/** In the order in which they came, since one that got through ends what failed before it; a row of those is one note. */
async function writeOfHook(
  context: HooksContext,
  tx: TenantTransaction,
  hookId: string,
  answers: readonly Ended[],
  at: Date,
): Promise<void> {
  for (const [index, { delivery, answer }] of answers.entries()) {
    const next = answers[index + 1];
    if (!isTaken(answer)) await writeFailure(context, tx, delivery, answer, at);
    else if (!next || !isTaken(next.answer)) await noteHookWorks(tx, hookId);
  }
}

async function writeFailure(
  { chance }: HooksContext,
  tx: TenantTransaction,
  delivery: DueDelivery,
  answer: GuardedAnswer,
  at: Date,
): Promise<void> {
  const delayMs = nextDelayMs(delivery.attempts, chance());
  const problem = describe(answer);
  const nextAt = delayMs === undefined ? null : new Date(at.getTime() + delayMs);
  const status = answer.answered ? answer.status : null;
  await markFailed(tx, delivery, { status, problem, nextAt }, at);
  const triedSince = nextAt === null ? new Date(at.getTime() - retriedForMs) : null;
  await noteHookFails(tx, delivery.hookId, { problem, at, triedSince });
}

function isTaken(answer: GuardedAnswer): answer is Extract<GuardedAnswer, { answered: true }> {
  return answer.answered && answer.status >= 200 && answer.status < 300;
}

/** For people; what the other side says is cut short, and its control characters would not let themselves be stored. */
function describe(answer: GuardedAnswer): string {
  if (!answer.answered) return answer.reason;
  return `HTTP ${answer.status} ${answer.body.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 200)}`.trim();
}
