import {
  type AccountEventData,
  type AccountEventKind,
  type AccountEventTold,
  accountEventToldSchema,
} from '@renkei/contract';
import {
  type GraphErrorObject,
  readErrorDetails,
  type WebhookFieldName,
  type WebhookReading,
  type WebhookValue,
} from '@renkei/graph-api';
import { describeCode } from '../../../../describe-refusal.ts';
import { readToldRefusal } from '../../read-refusal.ts';

/** One thing that a value tells. */
export interface Telling {
  /** null: no meaning for us yet. */
  readonly told: AccountEventTold | null;
  /** The provider's own word for what happened. */
  readonly event: string | null;
  /** Where the item has a time of its own. */
  readonly occurredAt?: Date | undefined;
  /** Where only a part of the value is about it. */
  readonly value?: unknown;
}

export type TellField<Field extends WebhookFieldName> = (value: WebhookValue<Field>) => readonly Telling[];

export type ReadableValue = Extract<WebhookReading, { readonly ok: true }>;

/** Data of one kind, or of any of several that share their data; what a kind does not have is left out. */
export function tell<Kind extends AccountEventKind>(
  kind: Kind | undefined,
  data: AccountEventData<Kind>,
): AccountEventTold | null {
  if (kind === undefined) return null;
  const told = accountEventToldSchema.safeParse({ kind, data });
  return told.success ? told.data : null;
}

/** What the first error says: Meta's words, and ours where we know its code. */
export function refusalOf([error]: readonly GraphErrorObject[]) {
  if (!error) return { details: null };
  const details = readErrorDetails(error) ?? error.message ?? error.title ?? null;
  const refusal = readToldRefusal(error);
  return refusal.area === 'unknown'
    ? { details }
    : { details, meaning: describeCode(refusal), advice: refusal.remedy };
}

/** The entry of a word, in whatever case of letters it comes. */
export function byWord<Value>(
  table: Readonly<Record<string, Value>>,
  word: string | undefined,
): Value | undefined {
  const key = word?.toUpperCase() ?? '';
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

export function withPlus(digits: string | undefined): string | null {
  return digits === undefined ? null : `+${digits.replace(/^\+/, '')}`;
}

/** A person as people read it: the name if it is known, with number or id. */
export function personName(person: {
  readonly waId?: string | undefined;
  readonly userId?: string | undefined;
  readonly name?: string | undefined;
}): string {
  const id = withPlus(person.waId) ?? person.userId ?? '–';
  return person.name === undefined ? id : `${person.name} (${id})`;
}
