import { givenText, type Outbound } from '../outbound.ts';

export const outboundLocation: Outbound<'location'> = {
  source: 'Meta, Location messages (2026)',
  fields: { location: '' },
  toWire: ({ latitude, longitude, name, address }) => ({
    type: 'location',
    location: { latitude, longitude, ...givenText('name', name), ...givenText('address', address) },
  }),
};
