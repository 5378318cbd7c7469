import { z } from 'zod';

/** An answer to an interactive message, read for the bubble: what was chosen, and details where there are any. */
export type Reply = Readonly<{
  kind:
    | 'button'
    | 'list'
    | 'flow'
    | 'address'
    | 'callAllowed'
    | 'callAllowedAlways'
    | 'callDeclined'
    | 'card';
  /** Missing where the phone has words of its own for it. */
  title?: string;
  description?: string;
  /** Answers of a form by name. */
  fields?: readonly (readonly [string, string])[];
}>;

const optionSchema = z.looseObject({ title: z.string(), description: z.string().optional() });

const replySchemas = [
  z
    .looseObject({ button_reply: optionSchema })
    .transform(({ button_reply: { title } }): Reply => ({ kind: 'button', title })),
  z
    .looseObject({ list_reply: optionSchema })
    .transform(({ list_reply: { title, description } }): Reply => ({ kind: 'list', title, description })),
  z
    .looseObject({
      nfm_reply: z.looseObject({
        name: z.string().optional(),
        body: z.string().optional(),
        response_json: z.string().optional(),
      }),
    })
    .transform(
      ({ nfm_reply: { name, body, response_json: json } }): Reply =>
        name === 'address_message'
          ? { kind: 'address', title: body }
          : { kind: 'flow', fields: readFields(json) },
    ),
  z
    .looseObject({
      call_permission_reply: z.looseObject({ response: z.string(), is_permanent: z.boolean().optional() }),
    })
    .transform(({ call_permission_reply: { response, is_permanent: always } }): Reply => {
      if (response !== 'accept') return { kind: 'callDeclined' };
      return { kind: always ? 'callAllowedAlways' : 'callAllowed' };
    }),
  z.looseObject({ payment_method: z.looseObject({ last_four_digits: z.string() }) }).transform(
    ({ payment_method: card }): Reply => ({
      kind: 'card',
      description: `•••• ${card.last_four_digits}`,
    }),
  ),
] as const;

/** The reply in an interactive object; undefined when it is a message of the business. */
export function findReply(content: unknown): Reply | undefined {
  for (const schema of replySchemas) {
    const parsed = schema.safeParse(content);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

function readFields(json: string | undefined): Reply['fields'] {
  const parsed = z.record(z.string(), z.unknown()).safeParse(parseJson(json));
  if (!parsed.success) return undefined;
  return Object.entries(parsed.data)
    .filter(([name]) => name !== 'flow_token')
    .map(([name, value]) => [name, showValue(value)] as const);
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(showValue).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseJson(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
