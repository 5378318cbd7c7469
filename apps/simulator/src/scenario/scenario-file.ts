import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { businessPastSchema } from '../control/onboarding/business-app-input.ts';
import { customerInputSchema, templateInputSchema } from '../control/world-input.ts';
import { durationSchema } from './duration.ts';
import { ScenarioFault } from './scenario-fault.ts';

const digits = z.string().transform((text, context) => {
  const found = text.replaceAll(/[^\d]/g, '');
  if (/^\d{5,15}$/.test(found)) return found;
  context.addIssue({ code: 'custom', message: `"${text}" is no telephone number with country code` });
  return z.NEVER;
});

const customerSchema = z.union([
  digits.transform((waId) => ({ waId })),
  customerInputSchema
    .omit({ waId: true, name: true })
    .extend({ phone: digits })
    .transform(({ phone: waId, ...rest }) => ({ waId, ...rest })),
]);

const headSchema = z.strictObject({
  /** What the scenario shows, in one sentence. */
  name: z.string().min(1),
  /** The world's date when it begins; default: now. */
  start: z.iso.datetime({ offset: true }).optional(),
  seed: z.number().int().optional(),
  business: z
    .strictObject({
      number: z.string().default('+81 3-5550-0143'),
      name: z.string().default('Renkei Studio'),
      /** True: a number that also lives in the Business app. */
      onBusinessApp: z.boolean().default(false),
      /** What that app remembers and whom it knows. */
      businessApp: businessPastSchema.optional(),
      messagingLimit: z.string().default('TIER_2K'),
    })
    .prefault({}),
  /** Everybody who takes part: name → number, or more about them. */
  customers: z.record(z.string(), customerSchema).prefault({ Hanako: '+81 90-1234-5678' }),
  /** Approved templates beside the shipped ones. */
  templates: z.array(templateInputSchema).default([]),
  /** As in `POST /control/settings`. */
  settings: z.record(z.string(), z.unknown()).default({}),
  /** What is tested, when it is more than the rules of WhatsApp themselves. */
  system: z
    .strictObject({
      /** Where its webhooks go. */
      webhook: z.url(),
      verifyToken: z.string().default('scenario-verify-token'),
      appSecret: z.string().default('scenario-app-secret'),
      /** A command that starts it; it gets GRAPH_URL and the credentials in its environment. */
      start: z.string().optional(),
      /** Answers 200 once it is ready. */
      ready: z.url().optional(),
      startWithin: durationSchema.prefault('60 s'),
    })
    .optional(),
});

/** A step as it stands in the file: `customer writes: Hello` is the key `customer writes` with the value `Hello`. */
export interface WrittenStep {
  readonly line: number;
  readonly key: string;
  readonly value: unknown;
}

export interface ScenarioFile {
  readonly path: string;
  readonly head: z.output<typeof headSchema>;
  readonly steps: readonly WrittenStep[];
}

/** Reads a scenario; throws a `ScenarioFault` that names the line. */
export function readScenarioFile(path: string): ScenarioFile {
  return parseScenario(path, readFileSync(path, 'utf8'));
}

function parseScenario(path: string, text: string): ScenarioFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault) throw new ScenarioFault(path, fault.linePos?.[0].line ?? 1, fault.message.split('\n')[0] ?? '');
  const root = document.contents;
  if (!isMap(root)) throw new ScenarioFault(path, 1, 'a scenario is a mapping with `name` and `steps`');
  const { steps: _steps, ...head } = document.toJS();
  const parsed = headSchema.safeParse(head);
  if (!parsed.success) throw new ScenarioFault(path, 1, z.prettifyError(parsed.error));
  const steps = root.get('steps', true);
  if (!isSeq(steps) || steps.items.length === 0)
    throw new ScenarioFault(path, 1, '`steps` must be a list of steps');
  return {
    path,
    head: parsed.data,
    steps: steps.items.map((item) => {
      const line = lines.linePos(rangeStart(item)).line;
      return { line, ...readStep(path, line, item) };
    }),
  };
}

function readStep(
  path: string,
  line: number,
  item: unknown,
): { readonly key: string; readonly value: unknown } {
  if (isScalar(item) && typeof item.value === 'string') return { key: item.value.trim(), value: null };
  if (isMap(item) && item.items.length === 1) {
    const [[key, value] = ['', null]] = Object.entries<unknown>(item.toJSON());
    return { key: key.trim(), value };
  }
  throw new ScenarioFault(path, line, 'a step is one line such as `customer writes: Hello`');
}

function rangeStart(node: unknown): number {
  return (isMap(node) || isScalar(node)) && node.range ? node.range[0] : 0;
}
