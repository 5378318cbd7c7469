import { makeForgeries, post } from '../load/forgeries.ts';
import { defineScenario } from './scenario.ts';

export const forgeries = defineScenario({
  name: 'forgeries',
  says: 'webhooks that are not Meta’s, in every combination of signature, secret and door: none is let in',
  points: [],
  sizes: { quick: { count: 210 }, standard: { count: 2_100 }, long: { count: 20_000 } },
  async run(stage, { count }) {
    const accepted: string[] = [];
    const made = makeForgeries(stage, count);
    for (let from = 0; from < made.length; from += 16) {
      const some = made.slice(from, from + 16);
      const statuses = await Promise.all(some.map(post));
      some.forEach(({ name }, index) => {
        const status = statuses[index] ?? 0;
        if (status < 400 || status >= 500) accepted.push(`${name}: answered ${status}`);
      });
    }
    stage.record.figures.set('forgeries refused', `${count - accepted.length} of ${count}`);
    return [{ invariant: 'forgeries', says: 'none is answered 200', broken: accepted }];
  },
});
