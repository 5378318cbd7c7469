import type { Invariant } from './invariant.ts';

/**
 * No request fails inside the server, however often it is asked again: a store that is away is 503. What the load was
 * answered and what the server wrote about it are put together; each is told once.
 */
export const answers: Invariant = {
  id: 'answers',
  when: 'always',
  async check({ stage: { record } }) {
    const lines = record.failureLines.splice(0);
    const told = record.failedAnswers.splice(0).map(({ request, requestId }) => {
      const at = lines.findIndex((line) => line.includes(requestId));
      const [line = 'the log has no line of it'] = at === -1 ? [] : lines.splice(at, 1);
      return `${request}: ${line}`;
    });
    // Those of somebody else: of the simulator's webhooks, or of a scenario's own requests.
    return [
      { invariant: 'answers', says: 'nothing is answered 500', broken: [...told, ...lines], about: [] },
    ];
  },
};
