import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { HookEventType } from '@renkei/contract';

/** What each event tells, in a shop owner's words. */
export const eventNames = {
  'message.received': msg`A customer wrote`,
  'message.sent': msg`A message was queued`,
  'message.updated': msg`A message was delivered, read, edited, or failed`,
  'contact.updated': msg`A contact changed`,
  'channel.updated': msg`A number changed`,
  'accountEvent.created': msg`WhatsApp reported something about the account`,
} as const satisfies Record<HookEventType, MessageDescriptor>;

/** Of the event that only tries whether an address answers. */
const testName = msg`Test`;

const names: ReadonlyMap<string, MessageDescriptor> = new Map([
  ...Object.entries(eventNames),
  ['hook.test', testName],
]);

/** Null: an event that this page does not know yet. */
export function eventNameOf(type: string): MessageDescriptor | null {
  return names.get(type) ?? null;
}
