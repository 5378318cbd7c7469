import { z } from 'zod';
import { callSimulator, type Stage } from '../stage.ts';
import { type Actor, step } from '../step.ts';
import { Unmet } from '../unmet.ts';

export const writesStep = step({
  verb: 'writes',
  does: {
    en: 'The customer writes a text.',
    ja: 'お客様がテキストを書きます。',
  },
  example: 'customer writes: こんにちは',
  schema: z.coerce.string().min(1),
  run: (stage, body, actor) => sendFromPhone(stage, actor, { type: 'text', text: { body } }),
});

export const sendsStep = step({
  verb: 'sends',
  does: {
    en: 'The customer sends any kind of message a phone can send, as `POST /phones/{number}/messages` takes it.',
    ja: 'お客様が任意の種類のメッセージを送ります（`POST /phones/{number}/messages` の形）。',
  },
  example: 'customer sends: { type: location, location: { latitude: 35.68, longitude: 139.77 } }',
  schema: z.looseObject({ type: z.string() }),
  run: (stage, message, actor) => sendFromPhone(stage, actor, message),
});

export const tapsStep = step({
  verb: 'taps',
  does: {
    en: 'The customer taps a button or list row of the last message that shows one with this label.',
    ja: 'お客様が、このラベルのボタンまたはリストの行を（最後に表示されたメッセージで）タップします。',
  },
  example: 'customer taps: はい',
  schema: z.coerce.string(),
  run: async (stage, label, actor) => {
    const { sends } = await stage.control.listSends();
    const offers = sends.filter(({ to, status }) => to === actor.waId && status !== 'failed');
    const tap = offers.toReversed().flatMap((send) => findTap(send, label))[0];
    if (!tap) throw new Unmet(`no message to ${actor.name} shows a button "${label}"`);
    await sendFromPhone(stage, actor, tap);
  },
});

export const readsStep = step({
  verb: 'reads',
  does: {
    en: 'The customer opens the chat: everything delivered is read.',
    ja: 'お客様がトークを開き、届いていたものがすべて既読になります。',
  },
  example: 'customer reads',
  schema: z.null(),
  run: async (stage, _nothing, { waId }) => {
    await stage.control.settle();
    await callSimulator(stage, `/phones/${waId}/read`, { phoneNumberId: stage.business.phoneNumberId });
  },
});

export const goesOfflineStep = step({
  verb: 'goes offline',
  does: {
    en: 'The phone loses its connection: messages stay at `sent`.',
    ja: '電話が圏外になり、メッセージは `sent` のままになります。',
  },
  example: 'customer goes offline',
  schema: z.null(),
  run: async (stage, _nothing, { waId }) => {
    await callSimulator(stage, `/phones/${waId}/online`, { online: false });
  },
});

export const comesOnlineStep = step({
  verb: 'comes online',
  does: {
    en: 'The phone is back: what waited is delivered.',
    ja: '電話が復帰し、待っていたものが届きます。',
  },
  example: 'customer comes online',
  schema: z.null(),
  run: async (stage, _nothing, { waId }) => {
    await callSimulator(stage, `/phones/${waId}/online`, { online: true });
  },
});

async function sendFromPhone(stage: Stage, { waId }: Actor, message: Message): Promise<void> {
  const { phoneNumberId } = stage.business;
  await callSimulator(stage, `/phones/${waId}/messages`, { phoneNumberId, ...message });
  await stage.control.settle();
}

/** As `POST /phones/{number}/messages` takes it. */
interface Message {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Offer {
  readonly wamid: string;
  readonly type: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/** Buttons and list rows stand somewhere below the request, each with an id and a title. */
function findTap({ wamid: messageId, type, request }: Offer, label: string): readonly Message[] {
  if (type === 'template') return [{ type: 'button', button: { messageId, text: label } }];
  return listChoices(request['interactive'], 'button_reply').flatMap(
    ({ kind, choice }): readonly Message[] =>
      choice.title === label ? [{ type: kind, [kind]: { messageId, ...choice } }] : [],
  );
}

type ChoiceKind = 'button_reply' | 'list_reply';

const choiceSchema = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });

/** Everything with id and title below a value; below `rows` it is a row of a list. */
function listChoices(
  value: unknown,
  kind: ChoiceKind,
): readonly { readonly kind: ChoiceKind; readonly choice: z.output<typeof choiceSchema> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const choice = choiceSchema.safeParse(value);
  return [
    ...(choice.success ? [{ kind, choice: choice.data }] : []),
    ...Object.entries(value).flatMap(([key, child]) =>
      listChoices(child, key === 'rows' ? 'list_reply' : kind),
    ),
  ];
}
