import type { Invariant } from './invariant.ts';

const known = new Set(['sent', 'delivered', 'read', 'played']);

/** Accepted by the provider: `sent` or later, or failed by the provider's own later word. */
export const i05Known: Invariant = {
  id: 'I5',
  when: 'over',
  async check({ accepted }) {
    const unknown = accepted.filter(
      ({ attempt, status }) =>
        !known.has(attempt?.state ?? '') && !(status === 'failed' && attempt?.state === 'failed'),
    );
    return [
      {
        invariant: 'I5',
        says: 'accepted means sent',
        broken: unknown.map(({ wamid, attempt }) => `${wamid} is ${attempt?.state ?? 'unknown'}`),
        about: unknown.flatMap(({ attempt }) => attempt?.message_id ?? []),
      },
    ];
  },
};
