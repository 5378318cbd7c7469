import { z } from 'zod';
import rates from '../../data/rates.json' with { type: 'json' };

const amountMicros = z.int().min(0);

const cardSchema = z.object({
  effective: z.iso.date(),
  currency: z.string(),
  confidence: z.string(),
  markets: z.record(
    z.string(),
    z.object({
      countries: z.array(z.string()),
      rates: z
        .object({
          marketing: amountMicros,
          utility: amountMicros,
          authentication: amountMicros,
          authentication_international: amountMicros,
          service: amountMicros,
        })
        .partial(),
    }),
  ),
});

/** List prices from a day on, in millionths of `currency` per delivered message, by market. */
export type RateCard = z.infer<typeof cardSchema>;
export type RatedCategory = keyof RateCard['markets'][string]['rates'];

/** Every card Meta has published since prices are per message, newest first. */
const rateCards: readonly RateCard[] = z.array(cardSchema).parse(rates.cards);

/** The card that holds on a day such as `2026-11-22`; undefined before prices were per message. */
export function cardOn(day: string): RateCard | undefined {
  return rateCards.find(({ effective }) => effective <= day);
}

/** The market a country belongs to; those in none are Other. */
export function marketOf(card: RateCard, country: string | undefined): string {
  return marketsByCountry.get(card)?.get(country ?? '') ?? 'Other';
}

const marketsByCountry: ReadonlyMap<RateCard, ReadonlyMap<string, string>> = new Map(
  rateCards.map((card) => [card, listMarkets(card)]),
);

function listMarkets({ markets }: RateCard): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(markets).flatMap(([market, { countries }]) =>
      countries.map((country) => [country, market] as const),
    ),
  );
}
