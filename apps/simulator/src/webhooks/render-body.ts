import { escapeNonAscii } from '@renkei/graph-api';
import type { Update } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { getInbound, getOutbound } from '../world/world.ts';
import { renderInboundValue, type ValueContext } from './render-inbound.ts';
import { renderStatusValue } from './render-status.ts';

/** Builds the body that tells of the given updates: one entry per WABA, one change per update, in order. */
export function renderBody(world: World, updates: readonly Update[], context: ValueContext): string {
  const changesByWaba = new Map<string, unknown[]>();
  for (const update of updates) {
    const message = world.messages.get(update.messageId)?.message;
    const wabaId = message && world.phoneNumbers.get(message.phoneNumberId)?.wabaId;
    if (!wabaId) continue;
    const changes = changesByWaba.get(wabaId) ?? [];
    changesByWaba.set(wabaId, changes);
    changes.push({ value: renderValue(world, update, context), field: 'messages' });
  }
  const entry = [...changesByWaba].map(([id, changes]) => ({ id, changes }));
  return escapeNonAscii(JSON.stringify({ object: 'whatsapp_business_account', entry }));
}

function renderValue(world: World, update: Update, context: ValueContext): unknown {
  if (update.kind === 'inbound') {
    const state = getInbound(world, update.messageId);
    return state && renderInboundValue(world, [state.message], context);
  }
  const state = getOutbound(world, update.messageId);
  return state && renderStatusValue(world, state, update, context);
}
