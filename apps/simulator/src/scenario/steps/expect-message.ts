import { z } from 'zod';
import type { SendEntry } from '../../control/ledger.ts';
import { durationSchema } from '../duration.ts';
import { type Stage, waitFor } from '../stage.ts';
import { type Actor, step } from '../step.ts';
import { Unmet } from '../unmet.ts';

const patience = durationSchema.optional();

export const expectTextStep = step({
  verb: 'expect text',
  does: {
    en: 'Waits for a text to the customer that contains these words.',
    ja: 'この言葉を含むテキストがお客様に送られるのを待ちます。',
  },
  example: 'expect text: ありがとうございます',
  schema: z.union([z.string(), z.strictObject({ contains: z.string(), within: patience })]),
  run: async (stage, expected, actor) => {
    const { contains, within } =
      typeof expected === 'string' ? { contains: expected, within: undefined } : expected;
    await takeSend(stage, actor, {
      within,
      what: `a text with "${contains}"`,
      matches: ({ type, request }) =>
        type === 'text' && JSON.stringify(request['text']).includes(quoted(contains)),
    });
  },
});

export const expectTemplateStep = step({
  verb: 'expect template',
  does: {
    en: 'Waits for a template to the customer.',
    ja: 'お客様にテンプレートが送られるのを待ちます。',
  },
  example: 'expect template: { name: appointment_reminder, contains: 花子 }',
  schema: z.union([
    z.string(),
    z.strictObject({
      name: z.string(),
      language: z.string().optional(),
      /** One of the values filled in. */
      contains: z.string().optional(),
      within: patience,
    }),
  ]),
  run: async (stage, expected, actor) => {
    const wanted = typeof expected === 'string' ? { name: expected } : expected;
    await takeSend(stage, actor, {
      within: 'within' in wanted ? wanted.within : undefined,
      what: `the template "${wanted.name}"`,
      matches: ({ request }) => matchesTemplate(request['template'], wanted),
    });
  },
});

export const expectMessageStep = step({
  verb: 'expect message',
  does: {
    en: 'Waits for a message of this type to the customer; `with` is a part of its body.',
    ja: 'この種類のメッセージがお客様に送られるのを待ちます。`with` は本文の一部です。',
  },
  example: 'expect message: { type: interactive, with: { interactive: { type: button } } }',
  schema: z.strictObject({
    type: z.string(),
    with: z.record(z.string(), z.unknown()).optional(),
    within: patience,
  }),
  run: async (stage, wanted, actor) => {
    await takeSend(stage, actor, {
      within: wanted.within,
      what: `a message of type ${wanted.type}${wanted.with ? ` with ${JSON.stringify(wanted.with)}` : ''}`,
      matches: ({ type, request }) => type === wanted.type && contains(request, wanted.with ?? {}),
    });
  },
});

/** Long enough for a system that answers at once. */
const graceMs = 300;

export const expectNothingStep = step({
  verb: 'expect nothing',
  does: {
    en: 'Lets so much world time pass and fails if anything more was sent to anybody.',
    ja: '世界時間をこれだけ進め、その間に誰かに何かが送られていたら失敗します。',
  },
  example: 'expect nothing: 2 h',
  schema: durationSchema,
  run: async (stage, advanceMs) => {
    await stage.control.moveClock({ advanceMs });
    await stage.control.settle();
    await new Promise((resolve) => setTimeout(resolve, graceMs));
    const { sends } = await stage.control.listSends(stage.position);
    if (sends.length > 0) throw new Unmet(`nothing was to be sent, but there came ${describe(sends)}`);
  },
});

interface Wanted {
  readonly within: number | undefined;
  readonly what: string;
  readonly matches: (send: SendEntry) => boolean;
}

/** Takes the next send that fits; what lies before it has been passed over. */
async function takeSend(
  stage: Stage,
  { waId, name }: Actor,
  { within, what, matches }: Wanted,
): Promise<void> {
  let seen: readonly SendEntry[] = [];
  const found = await waitFor(
    within ?? stage.patienceMs,
    async () => {
      seen = (await stage.control.listSends(stage.position)).sends;
      const index = seen.findIndex((send) => send.to === waId && matches(send));
      const send = seen[index];
      return send && { send, index };
    },
    () =>
      `${name} was to get ${what}; ${seen.length === 0 ? 'nothing was sent' : `there came ${describe(seen)}`}`,
  );
  stage.position += found.index + 1;
  stage.lastSend = found.send;
}

function matchesTemplate(
  template: unknown,
  {
    name,
    language,
    contains: value,
  }: {
    readonly name: string;
    readonly language?: string | undefined;
    readonly contains?: string | undefined;
  },
): boolean {
  return (
    contains(template, { name, ...(language === undefined ? {} : { language: { code: language } }) }) &&
    (value === undefined || JSON.stringify(template).includes(quoted(value)))
  );
}

/** Whether every part of `part` stands in `whole`; lists are compared item by item. */
export function contains(whole: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return whole === part;
  if (typeof whole !== 'object' || whole === null) return false;
  const values = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([key, value]) => contains(values.get(key), value));
}

/** As it stands inside JSON. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function describe(sends: readonly SendEntry[]): string {
  return sends
    .slice(0, 3)
    .map(({ type, to, request }) => `${type} to ${to}: ${JSON.stringify(request[type]).slice(0, 120)}`)
    .join('; ');
}
