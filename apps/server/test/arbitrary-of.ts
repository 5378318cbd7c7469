import * as fc from 'fast-check';
import * as z from 'zod';

/**
 * Values that a schema takes, so that what is tested for one kind is tested for those that come later, too. Short ones
 * mostly, with some that go beyond every limit of a provider. Throws for kinds of schema that the contract does not use.
 */
export function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return arbitraryObject(schema);
  if (schema instanceof z.ZodArray) return arbitraryArray(schema);
  if (schema instanceof z.ZodOptional) return fc.option(arbitraryOf(schema.unwrap()), { nil: undefined });
  if (schema instanceof z.ZodDefault) return arbitraryOf(schema.unwrap());
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap()), { nil: null });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(arbitraryOf));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(fc.constantFrom('city', 'name', 'x'), arbitraryText());
  if (schema instanceof z.ZodLazy) return fc.jsonValue({ maxDepth: 1 });
  if (schema instanceof z.ZodNumber) return arbitraryNumber(schema);
  if (schema instanceof z.ZodStringFormat || schema instanceof z.ZodString) return arbitraryString(schema);
  throw new Error(`No arbitrary for ${schema._zod.def.type}`);
}

function arbitraryObject(schema: z.ZodObject): fc.Arbitrary<object> {
  const entries = Object.entries(schema.shape).map(([key, field]) => {
    const usual = usualValues[key];
    const any = arbitraryOf(field);
    return [key, usual ? fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, any) : any] as const;
  });
  return fc.record(Object.fromEntries(entries)).map(withoutUndefined);
}

/** Of texts whose form only a provider knows. */
const usualValues: Readonly<Record<string, string>> = {
  language: 'en_US',
  catalogId: '1234567890',
  referenceId: 'ord-2214',
};

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

function arbitraryArray(schema: z.ZodArray): fc.Arbitrary<unknown[]> {
  const { minimum: fewest = 0, maximum = 12 } = boundsOf(schema);
  const most = Math.max(fewest, Math.min(maximum, 12));
  const element = arbitraryOf(schema.element);
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(element, { minLength: fewest, maxLength: Math.min(most, 3) }) },
    { weight: 1, arbitrary: fc.array(element, { minLength: fewest, maxLength: most }) },
  );
}

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: RegExp;
  readonly format?: string;
}

/** What a schema's checks say, as far as the contract uses them. */
function boundsOf(schema: z.core.$ZodType): Bounds {
  const { format, checks = [] } = schema._zod.def as Bounds & Pick<z.core.$ZodTypeDef, 'checks'>;
  const bounds = checks.map(({ _zod: { def } }): Bounds => {
    const { check, minimum, maximum, value, pattern } = def as Bounds & {
      readonly check: string;
      readonly value?: number;
    };
    if (check === 'greater_than') return { minimum: value };
    if (check === 'less_than') return { maximum: value };
    if (check === 'number_format') return { format: 'integer' };
    return check === 'string_format' ? { pattern } : withoutUndefined({ minimum, maximum });
  });
  return Object.assign(withoutUndefined({ format }), ...bounds);
}

function arbitraryNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const { minimum, maximum, format } = boundsOf(schema);
  const min = Math.max(minimum ?? -2_000_000_000, -2_000_000_000);
  const max = Math.min(maximum ?? 2_000_000_000, 2_000_000_000);
  if (format !== 'integer') return fc.double({ min, max, noNaN: true });
  // Whole cents among them, because most other amounts are refused.
  const step = max > 1_000_000 ? 10_000 : 1;
  const whole = fc.integer({ min: Math.ceil(min / step), max: Math.floor(max / step) }).map((n) => n * step);
  return fc.oneof({ weight: 6, arbitrary: whole }, { weight: 1, arbitrary: fc.integer({ min, max }) });
}

/** What has a form of its own. */
const formats: Readonly<Record<string, () => fc.Arbitrary<string>>> = {
  uuid: () => fc.uuid(),
  url: () => fc.constantFrom('https://studio.example.com/t/1', 'http://x.example', 'mailto:a@example.com'),
  datetime: () =>
    fc
      .date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
};

/** Among them a language, a country, two currencies, an id and a date, so that much of what is made can be sent. */
const usualWords = ['en', 'IN', 'INR', 'BRL', '1234567890', '1989-04-17', 'mug-01', 'こんにちは'];

function arbitraryString(schema: z.core.$ZodType): fc.Arbitrary<string> {
  const { minimum, maximum, format, pattern } = boundsOf(schema);
  const formatted = format === undefined ? undefined : formats[format];
  if (formatted) return formatted();
  if (pattern) {
    const usual = usualWords.filter((word) => pattern.test(word)).map((word) => fc.constant(word));
    return fc.oneof(fc.stringMatching(pattern), ...usual);
  }
  return arbitraryText(minimum, maximum);
}

function arbitraryText(minLength = 0, maxLength = 5_000): fc.Arbitrary<string> {
  const unit = fc.constantFrom('a', 'B', '7', 'あ', '🎉', ' ', '\n', '_');
  const upTo = (most: number) => fc.string({ unit, minLength, maxLength: Math.max(minLength, most) });
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...usualWords.filter(({ length }) => length >= minLength && length <= maxLength),
        'x'.repeat(minLength),
      ),
    },
    { weight: 3, arbitrary: upTo(Math.min(maxLength, 30)) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 5_000 })
        .map((size) => 'x'.repeat(Math.max(minLength, Math.min(size, maxLength)))),
    },
  );
}
