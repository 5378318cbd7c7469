import type { Outbound } from './outbound.ts';

export const outboundLocation: Outbound<'location'> = ({ latitude, longitude, name, address }) => ({
  type: 'location',
  location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) },
});
