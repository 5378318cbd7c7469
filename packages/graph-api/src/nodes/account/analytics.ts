import { z } from 'zod';
import { decoration, tolerantList, wireId, wireNumber, wireTimestamp } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

const span = { start: wireTimestamp, end: wireTimestamp };

function analyticsOf<Point extends z.ZodType>(point: Point) {
  return z.looseObject({ data: tolerantList(z.looseObject({ data_points: tolerantList(point) })) });
}

const volumePoint = z.looseObject({
  ...span,
  sent: decoration(wireNumber),
  delivered: decoration(wireNumber),
});

const pricingPoint = z.looseObject({
  ...span,
  country: decoration(z.string()),
  phone_number: decoration(wireId),
  pricing_type: decoration(z.string()),
  pricing_category: decoration(z.string()),
  /** `0:100000`: from, to. */
  tier: decoration(z.string()),
  volume: decoration(wireNumber),
  /** In the currency of the WABA. */
  cost: decoration(wireNumber),
});

const callPoint = z.looseObject({
  ...span,
  direction: decoration(z.string()),
  count: decoration(wireNumber),
  cost: decoration(wireNumber),
  average_duration: decoration(wireNumber),
});

/** `GET /{waba-id}?fields=analytics…,pricing_analytics…,call_analytics…`. (Meta, "Analytics", 2026) */
export const accountAnalyticsAnswer = z.looseObject({
  id: wireId,
  analytics: decoration(
    z.looseObject({ granularity: decoration(z.string()), data_points: tolerantList(volumePoint) }),
  ),
  pricing_analytics: decoration(analyticsOf(pricingPoint)),
  call_analytics: decoration(analyticsOf(callPoint)),
});

/** `GET /{waba-id}/template_analytics`: at most ten templates, 90 days back. */
export const templateAnalyticsAnswer = listAnswer(
  z.looseObject({
    granularity: decoration(z.string()),
    product_type: decoration(z.string()),
    data_points: tolerantList(
      z.looseObject({
        ...span,
        template_id: wireId,
        sent: decoration(wireNumber),
        delivered: decoration(wireNumber),
        read: decoration(wireNumber),
        clicked: tolerantList(
          z.looseObject({
            type: z.string(),
            button_content: decoration(z.string()),
            count: decoration(wireNumber),
          }),
        ),
        cost: tolerantList(z.looseObject({ type: z.string(), value: decoration(wireNumber) })),
      }),
    ),
  }),
);
