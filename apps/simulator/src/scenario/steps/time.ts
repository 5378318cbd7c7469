import { z } from 'zod';
import { durationSchema } from '../duration.ts';
import { step } from '../step.ts';

export const afterStep = step({
  verb: 'after',
  does: {
    en: 'Moves the world clock forward; whatever waited for that time happens.',
    ja: '世界時計を進めます。その時刻を待っていたことがすべて起こります。',
  },
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
  does: {
    en: 'Moves the world clock to a date that is still to come.',
    ja: '世界時計を、まだ来ていない日時まで進めます。',
  },
  example: 'at: 2026-12-24T18:00:00+09:00',
  schema: z.iso.datetime({ offset: true }),
  run: async ({ control }, instant) => {
    await control.settle();
    const { now } = await control.getClock();
    await control.moveClock({ advanceMs: Math.max(0, Date.parse(instant) - now) });
    await control.settle();
  },
});
