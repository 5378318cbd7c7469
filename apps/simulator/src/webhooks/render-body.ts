import { escapeNonAscii } from '@renkei/graph-api';
import type { InboundMessage } from '../world/messages/messages.ts';
import type { Update } from '../world/records.ts';
import { getInbound, getOutbound, type World } from '../world/world.ts';
import { renderInboundValue, type ValueContext } from './render-inbound.ts';
import { renderStatusValue } from './render-status.ts';

/**
 * Builds the body that tells of the given updates, in order: one entry per WABA, one change per status, and one
 * change for each run of inbound messages of the same number. Non-ASCII is escaped as Meta does before signing.
 */
export function renderBody(world: World, updates: readonly Update[], context: ValueContext): string {
  const changesByWaba = new Map<string, unknown[]>();
  for (const run of splitRuns(world, updates)) {
    const wabaId = world.phoneNumbers.get(run.phoneNumberId)?.wabaId;
    if (!wabaId) continue;
    const changes = changesByWaba.get(wabaId) ?? [];
    changesByWaba.set(wabaId, changes);
    changes.push({ value: run.render(context), field: 'messages' });
  }
  const entry = [...changesByWaba].map(([id, changes]) => ({ id, changes }));
  return escapeNonAscii(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

interface Run {
  readonly phoneNumberId: string;
  readonly inbound?: InboundMessage[];
  readonly render: (context: ValueContext) => unknown;
}

function splitRuns(world: World, updates: readonly Update[]): Run[] {
  const runs: Run[] = [];
  for (const update of updates) {
    const run = update.kind === 'inbound' ? inboundRun(world, update, runs.at(-1)) : statusRun(world, update);
    if (run) runs.push(run);
  }
  return runs;
}

/** A new run, unless the message could join the last one. */
function inboundRun(world: World, update: Update, last: Run | undefined): Run | undefined {
  const message = getInbound(world, update.messageId)?.message;
  if (!message) return undefined;
  if (last?.inbound && last.phoneNumberId === message.phoneNumberId) {
    last.inbound.push(message);
    return undefined;
  }
  const inbound = [message];
  return {
    phoneNumberId: message.phoneNumberId,
    inbound,
    render: (context) => renderInboundValue(world, inbound, context),
  };
}

function statusRun(world: World, update: Extract<Update, { kind: 'status' }>): Run | undefined {
  const state = getOutbound(world, update.messageId);
  if (!state) return undefined;
  return {
    phoneNumberId: state.message.phoneNumberId,
    render: (context) => renderStatusValue(world, state, update, context),
  };
}
