import type { z } from 'zod';
import type { Simulation } from '../../simulation.ts';
import type { JsonObject } from '../../world/entities.ts';

/** What a kind makes of the phone's request: the type and content that stand in Meta's webhook. */
export interface InboundContent {
  readonly type: string;
  readonly content: unknown;
  /** The message this one answers, when the kind itself implies it (a button of a message). */
  readonly contextId?: string | undefined;
  /** Further keys of the message object. */
  readonly extra?: JsonObject | undefined;
  /** True when the phone shows no bubble for it. */
  readonly silent?: boolean;
}

export interface KindContext {
  readonly simulation: Simulation;
  readonly phoneNumberId: string;
  /** When it goes to a group of the number. */
  readonly groupId?: string | undefined;
  /** Whose phone it is. */
  readonly waId: string;
}

/** One kind of message a phone can send. */
export interface PhoneKind<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly build: (input: z.infer<Schema>, context: KindContext) => InboundContent;
}

/** Ties a schema to its builder, so that each file is checked for itself. */
export function phoneKind<Schema extends z.ZodType>(kind: PhoneKind<Schema>): PhoneKind<Schema> {
  return kind;
}
