import type { Outbound } from '../outbound.ts';

export const outboundPin: Outbound<'pin'> = {
  source: 'Meta, Group messaging (2025-11-14)',
  fields: { 'pin.message_id': 'targetMessageId', 'pin.expiration_days': 'days' },
  toWire: ({ days }, { targetProviderMessageId = '' }) => ({
    type: 'pin',
    pin:
      days === null
        ? { type: 'unpin', message_id: targetProviderMessageId }
        : { type: 'pin', message_id: targetProviderMessageId, expiration_days: days },
  }),
};
