import { z } from 'zod';
import { durationSchema } from '../duration.ts';
import { step } from '../step.ts';

export const afterStep = step({
  verb: 'after',
  does: 'Moves the world clock forward; whatever waited for that time happens.',
  example: 'after: 25 h',
  schema: durationSchema,
  run: async ({ control }, advanceMs) => {
    await control.settle();
    await control.moveClock({ advanceMs });
    await control.settle();
  },
});

export const atStep = step({
  verb: 'at',
  does: 'Moves the world clock to a date that is still to come.',
  example: 'at: 2026-12-24T18:00:00+09:00',
  schema: z.iso.datetime({ offset: true }),
  run: async ({ control }, instant) => {
    await control.settle();
    const { now } = await control.getClock();
    await control.moveClock({ advanceMs: Math.max(0, Date.parse(instant) - now) });
    await control.settle();
  },
});
