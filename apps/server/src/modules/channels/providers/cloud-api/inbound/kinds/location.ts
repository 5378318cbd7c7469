import type { ReadKind } from './define.ts';

export const readLocation: ReadKind<'location'> = ({ content }) => ({
  content: {
    kind: 'location',
    latitude: content.latitude,
    longitude: content.longitude,
    name: content.name,
    address: content.address,
  },
});
