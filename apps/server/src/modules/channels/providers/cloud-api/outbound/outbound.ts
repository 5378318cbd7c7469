/** What every kind of outgoing message shares. */
import type { ContentOf } from '@renkei/contract';
import type { ContentFault, OutboundKind, ProviderReferences } from '../../../port.ts';
import type { FieldNames } from './content-path.ts';

/** `type` and the object of the same name; checked by graph-api's strict schema before anything is sent. */
export type WireContent = Readonly<Record<string, unknown>>;

/** One kind of message on Meta's wire. */
export interface Outbound<Kind extends OutboundKind> {
  /** Whose rules the limits are: Meta's page and its date. */
  readonly source: string;
  /** Which of our fields the parts of the wire are made of, so that a refusal can name ours. */
  readonly fields: FieldNames | ((content: ContentOf<Kind>) => FieldNames);
  readonly toWire: (content: ContentOf<Kind>, references: ProviderReferences) => WireContent;
  /** What the schema cannot know because it depends on when the message goes out. */
  readonly findTimeFault?: (content: ContentOf<Kind>, now: Date) => TimeFault | undefined;
}

export type TimeFault = Pick<ContentFault, 'path' | 'details'>;

/** Without an id at the provider there is none on the wire, which the strict schema refuses. */
export function mediaSource(
  mediaId: string,
  { providerMediaIds }: ProviderReferences,
): { readonly id?: string } {
  const id = providerMediaIds?.get(mediaId);
  return id === undefined ? {} : { id };
}

/** The key with its value, or nothing at all when there is no value: Meta knows no null. */
export function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Readonly<Record<Key, Value>>> {
  const part: Partial<Record<Key, Value>> = {};
  if (value !== undefined) part[key] = value;
  return part;
}

/** As `given`, and an empty text counts as none. */
export function givenText<Key extends string>(
  key: Key,
  value: string | undefined,
): Partial<Readonly<Record<Key, string>>> {
  return given(key, value || undefined);
}
