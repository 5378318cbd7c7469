import { z } from 'zod';
import { callGraph, type Stage } from '../stage.ts';
import { type Actor, step } from '../step.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

export const businessSendsStep = step({
  verb: 'business sends',
  does: {
    en: 'Sends in the name of the business: a text, or any body of `POST /{phone-number-id}/messages`.',
    ja: '企業として送信します。テキスト、または `POST /{phone-number-id}/messages` の本文を書きます。',
  },
  example: 'business sends: { type: location, location: { latitude: 35.68, longitude: 139.77 } }',
  schema: z.union([z.string().min(1), z.looseObject({ type: z.string() })]),
  run: (stage, message, actor) =>
    sendAsBusiness(
      stage,
      actor,
      typeof message === 'string' ? { type: 'text', text: { body: message } } : message,
    ),
});

export const businessSendsTemplateStep = step({
  verb: 'business sends template',
  does: {
    en: 'Sends a template with the values of its body in order.',
    ja: 'テンプレートを送信します。本文の値を順に並べます。',
  },
  example: 'business sends template: { name: order_update, language: ja, parameters: [花子, 2214] }',
  schema: z.strictObject({
    name: z.string(),
    language: z.string().default('ja'),
    parameters: z.array(scalar).default([]),
  }),
  run: (stage, { name, language, parameters }, actor) =>
    sendAsBusiness(stage, actor, {
      type: 'template',
      template: {
        name,
        language: { code: language },
        ...(parameters.length === 0
          ? {}
          : {
              components: [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) }],
            }),
      },
    }),
});

async function sendAsBusiness(
  stage: Stage,
  { waId }: Actor,
  message: Readonly<Record<string, unknown>>,
): Promise<void> {
  const answer = await callGraph(stage, { to: `+${waId}`, ...message });
  stage.ownSends.push({ answer });
  await stage.control.settle();
  const { sends, next } = await stage.control.listSends(stage.position);
  const own = sends.find(({ wamid }) => wamid === answer.wamid);
  stage.lastSend = own;
  if (own) stage.position = next;
}
