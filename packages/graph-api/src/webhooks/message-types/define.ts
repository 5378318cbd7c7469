import type { z } from 'zod';
import type { JsonRecord } from '../../json.ts';
import { describeMisfit } from '../../wire.ts';

/** One kind of inbound message: where its content stands and how it is read. */
export interface InboundMessageDefinition<Type extends string, Content> {
  readonly type: Type;
  readonly read: (message: JsonRecord) => ContentReading<Type, Content>;
}

export type ContentReading<Type extends string, Content> =
  | { readonly ok: true; readonly type: Type; readonly content: Content }
  | { readonly ok: false; readonly detail: string };

/**
 * Declares a message type whose content is the property named like the type, as nearly all are. With
 * `content: 'optional'` a message without that property has the content `{}`.
 */
export function defineMessageType<const Type extends string, Schema extends z.ZodType>(
  type: Type,
  schema: Schema,
  { content = 'required' }: { readonly content?: 'required' | 'optional' } = {},
): InboundMessageDefinition<Type, z.output<Schema>> {
  return {
    type,
    read(message) {
      const parsed = schema.safeParse(content === 'optional' ? (message[type] ?? {}) : message[type]);
      return parsed.success
        ? { ok: true, type, content: parsed.data }
        : { ok: false, detail: `${type}: ${describeMisfit(parsed.error)}` };
    },
  };
}
