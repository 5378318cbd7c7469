import type { Dispatcher } from 'undici';
import type * as z from 'zod';
import { ProviderCallError, type ProviderRefusal } from '../../../port.ts';
import { type ExchangeRequest, exchange } from './exchange.ts';
import { callTimeoutMs, describeFailure, parseOrUndefined } from './failure.ts';

/** The refusal in an answer, or undefined when it says nothing definite. */
export type ReadRefusal = (body: unknown, status: number) => ProviderRefusal | undefined;

/** Who is called, and how they refuse. */
export interface Callee {
  /** As people call them. */
  readonly called: string;
  readonly readRefusal: ReadRefusal;
}

/** One call other than a send. Throws `ProviderCallError` when it is refused, unreachable or answered with something else. */
export async function callFor<Schema extends z.ZodType>(
  callee: Callee,
  dispatcher: Dispatcher,
  request: Omit<ExchangeRequest, 'timeoutMs' | 'body'> & { readonly json: unknown },
  answer: Schema,
): Promise<z.output<Schema>> {
  const { json, ...rest } = request;
  const ended = await exchange(dispatcher, {
    ...rest,
    headers: { ...rest.headers, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    timeoutMs: callTimeoutMs,
  });
  if (ended.ended === 'failed') {
    throw new ProviderCallError(describeFailure(ended.error), null, ended.error, callee.called);
  }
  return readAnswer(callee, ended.status, ended.body, answer);
}

/** Throws `ProviderCallError` for a refusal, and for what is no answer of theirs. */
export function readAnswer<Schema extends z.ZodType>(
  { called, readRefusal }: Callee,
  status: number,
  text: string,
  answer: Schema,
): z.output<Schema> {
  const body = parseOrUndefined(text);
  const refusal = readRefusal(body, status);
  if (refusal) throw new ProviderCallError(`${refusal.code}: ${refusal.details}`, refusal);
  const parsed = answer.safeParse(body);
  if (status < 200 || status > 299 || !parsed.success) {
    throw new ProviderCallError(`HTTP ${status} without an answer of ${called}`, null, parsed.error, called);
  }
  return parsed.data;
}

/** Throws `ProviderCallError` unless the reply brings the bytes that were asked for. */
export async function expectBytes(
  { called, readRefusal }: Callee,
  { statusCode, body }: Dispatcher.ResponseData,
): Promise<void> {
  if (statusCode === 200) return;
  const refusal = readRefusal(parseOrUndefined(await body.text()), statusCode);
  throw new ProviderCallError(`HTTP ${statusCode} for the bytes`, refusal ?? null, undefined, called);
}
