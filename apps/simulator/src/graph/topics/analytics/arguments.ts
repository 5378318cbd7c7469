import { z } from 'zod';
import type { FieldRequest } from '../../fields/parse-fields.ts';
import { GraphError, missingParameter } from '../../graph-error.ts';
import { graphInteger, graphList } from '../../input/values.ts';
import type { Granularity } from './periods.ts';

const textList = graphList(z.string()).default([]);

const argumentsSchema = z.object({
  start: graphInteger,
  end: graphInteger,
  granularity: z.string(),
  phone_numbers: textList,
  country_codes: textList,
  metric_types: textList,
  dimensions: textList,
  product_types: textList,
  pricing_types: textList,
  pricing_categories: textList,
  conversation_types: textList,
  conversation_categories: textList,
  conversation_directions: textList,
  directions: textList,
});

export type AnalyticsArguments = Omit<z.infer<typeof argumentsSchema>, 'granularity'> & {
  readonly granularity: Granularity;
};

const yearSeconds = 366 * 24 * 60 * 60;

/** Arguments of an analytics field. Throws 100 for what is missing, no number, or further back than a year. */
export function readArguments(
  request: FieldRequest,
  granularities: Readonly<Record<string, Granularity>>,
  now: number,
): AnalyticsArguments {
  const { arguments: given, name } = request;
  const parsed = argumentsSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = String(parsed.error.issues[0]?.path[0]);
    throw given[wrong] === undefined ? missingParameter(wrong) : refused(`${wrong} is not valid for ${name}`);
  }
  const granularity = granularities[parsed.data.granularity];
  if (!granularity) {
    const allowed = Object.keys(granularities).join(', ');
    throw refused(`granularity must be one of {${allowed}} - got "${parsed.data.granularity}".`);
  }
  const { start, end } = parsed.data;
  if (start >= end) throw refused('start must be before end.');
  if (start < now / 1000 - yearSeconds) throw refused('start must be within the last year.');
  return { ...parsed.data, granularity };
}

function refused(text: string): GraphError {
  return new GraphError(100, { message: `(#100) Param ${text}` });
}
