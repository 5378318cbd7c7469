import { z } from 'zod';
import { decoration, wireId, wireNumber, wireTimestamp } from '../../../wire.ts';
import { defineNumberField } from '../define.ts';
import { readItems, readNumberScope } from './number-scope.ts';

const automaticEvent = z.looseObject({
  id: wireId,
  /** `LeadSubmitted` or `Purchase`. */
  event_name: z.string(),
  timestamp: wireTimestamp,
  ctwa_clid: decoration(z.string()),
  custom_data: decoration(z.looseObject({ currency: decoration(z.string()), value: decoration(wireNumber) })),
});

/** A conversion that Meta itself saw in a chat which began with an ad. */
export const automaticEvents = defineNumberField('automatic_events', (value) => ({
  ...readNumberScope(value),
  automaticEvents: readItems(value, 'automatic_events', automaticEvent),
}));
