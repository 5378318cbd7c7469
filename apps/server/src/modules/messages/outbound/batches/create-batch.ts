import {
  largestBatchLines,
  type MessageBatch,
  type Problem,
  type RouteLine,
  type routes,
} from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Principal, ReceivedLine } from '#platform/module';
import { loadChannel } from '../gate-facts.ts';
import type { OutboundContext } from '../needs.ts';
import { sendToNumbers } from '../send-to-number.ts';
import { readWhen } from '../when-to-send.ts';
import { type BatchRow, holdBatchOpen, insertBatch } from './store-batches.ts';
import { viewBatch } from './view-batches.ts';

export interface BatchRequest {
  readonly channelId: string;
  readonly name?: string | undefined;
  readonly origin: MessageBatch['origin'];
  readonly idempotencyKey?: string | undefined;
}

export type BatchLine = ReceivedLine<RouteLine<(typeof routes)['createMessageBatch']>>;

export interface CreatedBatch {
  readonly batch: MessageBatch;
  readonly accepted: number;
  readonly refusals: { problem: Problem; lines: number[] }[];
}

/** Large enough that a commit costs little for each, small enough that nobody waits for the rows it holds. */
const linesPerTransaction = 200;

/**
 * Queues every line that can be, some hundred in one transaction, as they come; a line that cannot is told and stops
 * nothing. What was accepted when a caller goes away stays so: with the same key a repeated call goes on from there.
 * Audited. Throws `not_found` for a channel that is not there, `conflict` when the key is another channel's batch or the
 * batch is cancelled meanwhile, and `invalid_request` after the last line that is allowed.
 */
export async function createBatch(
  context: OutboundContext,
  principal: Principal,
  request: BatchRequest,
  lines: AsyncIterable<BatchLine>,
): Promise<CreatedBatch> {
  const { workspaceId } = principal;
  const batch = await openBatch(context, principal, request);
  const refusals = createRefusals();
  let accepted = 0;
  for await (const some of inPieces(lines, linesPerTransaction)) {
    accepted += await acceptSome(context, principal, { request, batch }, some, refusals.add);
  }
  return {
    batch: await context.platform.database.inTenant(workspaceId, (tx) => viewBatch(tx, batch.id)),
    accepted,
    refusals: refusals.all(),
  };
}

function openBatch(
  context: OutboundContext,
  principal: Principal,
  { channelId, name, origin, idempotencyKey }: BatchRequest,
): Promise<BatchRow> {
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    await loadChannel(context, tx, channelId);
    const id = newId();
    const batch = await insertBatch(tx, {
      id,
      channelId,
      name: name ?? null,
      origin,
      idempotencyKey: idempotencyKey ?? null,
      createdBy: principal.memberId,
      at: context.platform.clock.now(),
    });
    if (batch.channelId !== channelId) throw keyTaken();
    if (batch.cancelledAt !== null) throw wasCancelled();
    if (batch.id === id) {
      const detail = { channelId, origin };
      await context.recordAudit(tx, { principal, action: 'message_batch.created', subjectId: id, detail });
    }
    return batch;
  });
}

type Tell = (line: number, problem: Problem) => void;

async function acceptSome(
  context: OutboundContext,
  principal: Principal,
  { request, batch }: { readonly request: BatchRequest; readonly batch: BatchRow },
  lines: readonly BatchLine[],
  refuse: Tell,
): Promise<number> {
  const readable = lines.flatMap((line) => {
    if ('value' in line) return [line];
    refuse(line.number, line.refusal.problem);
    return [];
  });
  const sends = readable.map(({ number, value: { to, content, idempotencyKey, ...when } }) => ({
    to,
    content,
    idempotencyKey: idempotencyKey ?? (request.idempotencyKey && `${request.idempotencyKey}/${number}`),
    senderMemberId: principal.memberId,
    origin: request.origin,
    batchId: batch.id,
    ...readWhen(when),
  }));
  const results = await sendToNumbers(context, principal.workspaceId, {
    channelId: request.channelId,
    sends,
    assertOpen: async (tx) => {
      if (!(await holdBatchOpen(tx, batch.id))) throw wasCancelled();
    },
  });
  let accepted = 0;
  for (const [index, result] of results.entries()) {
    if ('messageId' in result) accepted += 1;
    else refuse(readable[index]?.number ?? 0, result.refusal.problem);
  }
  return accepted;
}

/** Beyond these, reasons are told by their code alone: many name a time, which is another one for each person. */
const mostReasons = 200;

/** Refusals that say the same are told once, with all their lines. */
function createRefusals() {
  const byReason = new Map<string, { problem: Problem; lines: number[] }>();
  function tell(reason: string, problem: Problem, line: number): void {
    const known = byReason.get(reason);
    if (known) known.lines.push(line);
    else byReason.set(reason, { problem, lines: [line] });
  }
  return {
    add(line: number, problem: Problem): void {
      const { code, title, providerCode, detail } = problem;
      const reason = `${code} ${providerCode} ${detail.en}`;
      if (byReason.has(reason) || byReason.size < mostReasons) tell(reason, problem, line);
      else tell(code, { ...problem, detail: title }, line);
    },
    all: () => [...byReason.values()],
  };
}

async function* inPieces(
  lines: AsyncIterable<BatchLine>,
  size: number,
): AsyncGenerator<readonly BatchLine[]> {
  let piece: BatchLine[] = [];
  for await (const line of lines) {
    if (line.number > largestBatchLines) {
      yield piece;
      throw tooManyLines();
    }
    piece.push(line);
    if (piece.length < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

function tooManyLines(): RenkeiError {
  return new RenkeiError('invalid_request', {
    detail: {
      en: `One call takes ${largestBatchLines} lines. Those before are queued; send the rest in another call.`,
      ja: `1回の呼び出しで送信できるのは ${largestBatchLines} 行までです。それ以前の行は受け付けました。残りは別の呼び出しで送信してください。`,
    },
  });
}

function keyTaken(): RenkeiError {
  return new RenkeiError('conflict', {
    detail: {
      en: 'This Idempotency-Key belongs to a batch of another channel.',
      ja: 'このIdempotency-Keyは別のチャネルの一括送信に使われています。',
    },
  });
}

function wasCancelled(): RenkeiError {
  return new RenkeiError('conflict', {
    detail: {
      en: 'This batch was cancelled. Use another Idempotency-Key to send its lines after all.',
      ja: 'この一括送信は取り消されています。あらためて送信するには別のIdempotency-Keyを使用してください。',
    },
  });
}
