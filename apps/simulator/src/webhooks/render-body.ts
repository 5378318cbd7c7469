import { escapeNonAscii } from '@renkei/graph-api';
import { entryIdOf, isNumberField } from '../world/callbacks.ts';
import type { InboundMessage } from '../world/messages/messages.ts';
import type { InboundUpdate, StatusUpdate, Update, WebhookScope } from '../world/updates.ts';
import { getInbound, getOutbound, type World } from '../world/world.ts';
import { renderInboundValue, type ValueContext } from './render-inbound.ts';
import { renderStatusValue } from './render-status.ts';

/**
 * Builds the body that tells of the given updates, in order: one entry per WABA, one change per status or other
 * field, and one change for each run of inbound messages of the same number. Only fields about the account name the
 * time in their entry. Non-ASCII is escaped as Meta does before signing.
 */
export function renderBody(world: World, updates: readonly Update[], context: ValueContext): string {
  const entries = new Map<string, Entry>();
  for (const run of splitRuns(world, updates)) {
    const id = entryIdOf(world, run.scope);
    if (id === undefined) continue;
    const time = isNumberField(run.field) ? undefined : Math.floor(run.at / 1000);
    const key = `${id}/${time}`;
    const entry = entries.get(key) ?? { id, ...(time === undefined ? {} : { time }), changes: [] };
    entries.set(key, entry);
    entry.changes.push({ value: run.render(context), field: run.field });
  }
  return escapeNonAscii(
    writeTemplateIds(JSON.stringify({ object: 'whatsapp_business_account', entry: [...entries.values()] })),
  );
}

/** Template ids are numbers on the wire, larger than JavaScript can hold: written as such only in the text. */
function writeTemplateIds(json: string): string {
  return json.replaceAll(/"message_template_id":"(\d+)"/g, '"message_template_id":$1');
}

interface Entry {
  readonly id: string;
  readonly time?: number;
  readonly changes: unknown[];
}

/** Updates that share one change. */
interface Run {
  readonly scope: WebhookScope;
  readonly field: string;
  readonly at: number;
  readonly inbound?: InboundMessage[];
  readonly render: (context: ValueContext) => unknown;
}

function splitRuns(world: World, updates: readonly Update[]): Run[] {
  const runs: Run[] = [];
  for (const update of updates) {
    const run = runOf(world, update, runs.at(-1));
    if (run) runs.push(run);
  }
  return runs;
}

function runOf(world: World, update: Update, last: Run | undefined): Run | undefined {
  if (update.kind === 'inbound') return inboundRun(world, update, last);
  if (update.kind === 'status') return statusRun(world, update);
  return { ...update, render: () => update.value };
}

/** A new run, unless the message could join the last one. */
function inboundRun(world: World, update: InboundUpdate, last: Run | undefined): Run | undefined {
  const message = getInbound(world, update.messageId)?.message;
  if (!message) return undefined;
  if (last?.inbound?.[0]?.phoneNumberId === message.phoneNumberId) {
    last.inbound.push(message);
    return undefined;
  }
  const inbound = [message];
  return {
    scope: message,
    field: 'messages',
    at: message.at,
    inbound,
    render: (context) => renderInboundValue(world, inbound, context),
  };
}

function statusRun(world: World, update: StatusUpdate): Run | undefined {
  const state = getOutbound(world, update.messageId);
  if (!state) return undefined;
  return {
    scope: state.message,
    field: 'messages',
    at: update.at,
    render: (context) => renderStatusValue(world, state, update, context),
  };
}
