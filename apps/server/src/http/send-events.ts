import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Logger } from '#platform/log';
import type { StreamAnswer } from '#platform/module';

/** How long the browser waits before it connects again. */
const retryMs = 1_000;
/** A reader that takes nothing for this long is gone, whatever its socket says. */
const stalledMs = 30_000;

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  // Asks nginx and its kind not to keep events back.
  'x-accel-buffering': 'no',
};

/**
 * Writes server-sent events until the source or the reader ends. Waits for a slow reader instead of filling memory.
 * `id` alone moves the browser's Last-Event-ID without telling the page; `null` is a heartbeat.
 */
export async function sendEvents(
  reply: FastifyReply,
  events: StreamAnswer,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  reply.hijack();
  const response = reply.raw;
  for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...streamHeaders })) {
    if (value !== undefined) response.setHeader(name, value);
  }
  try {
    await write(response, `retry: ${retryMs}\n\n`, signal);
    for await (const event of events) await write(response, format(event), signal);
  } catch (error) {
    // Too late for a problem: the browser connects again and hears it then.
    log.warn({ err: error, requestId: reply.request.id }, 'an event stream broke off');
  } finally {
    response.end();
  }
}

function format(event: { readonly id: string; readonly data: unknown } | null): string {
  if (event === null) return ':\n\n';
  const data = event.data === undefined ? '' : `data: ${JSON.stringify(event.data)}\n`;
  return `id: ${event.id}\n${data}\n`;
}

async function write(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted || response.write(text)) return;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(stalledMs)]);
  try {
    await once(response, 'drain', { signal: patience });
  } catch {
    // Gone, or as good as gone: the source learns it from the closed response.
    response.destroy();
  }
}
