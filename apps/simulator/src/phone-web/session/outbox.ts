import type { PhoneMessage } from '../api/wire.ts';

export type MessageMarks = Readonly<{
  forwarded?: 'once' | 'often';
  referral?: Readonly<Record<string, unknown>>;
  referredProduct?: Readonly<{ catalogId: string; productRetailerId: string }>;
}>;

/** What the person just did, before the simulator has heard of it. */
export type Draft = Readonly<{
  type: string;
  /** The content under the name of its type, as it is shown; a file is shown and sent along with it. */
  content: Readonly<Record<string, unknown>> | readonly unknown[];
  contextId?: string;
  file?: Readonly<{ blob: Blob; filename: string }>;
  /** Where the message comes from, as the phone API takes it and as the bubble shows it. */
  marks?: MessageMarks;
  /** What the phone API is asked for, where that differs from what it will show (a pressed button). */
  request?: Readonly<{ type: string; content: unknown }>;
}>;

export type OutgoingMessage = Readonly<{
  /** Also the React key for the whole life of the message, so that nothing jumps when it gets its real id. */
  localId: string;
  phoneNumberId: string;
  draft: Draft;
  message: PhoneMessage;
  /** Shows the file from this browser's memory until, and after, the upload. */
  localUrl?: string;
  state: 'sending' | 'accepted' | 'failed';
  reason?: string;
}>;

/** A message as the chat view shows it. */
export type ShownMessage = PhoneMessage &
  Readonly<{ key: string; localUrl?: string; failure?: Readonly<{ localId: string; reason?: string }> }>;

/** What was just done as a message that waits; a file shows from this browser's memory. */
export function createOutgoing(
  localId: string,
  phoneNumberId: string,
  draft: Draft,
  timestamp: number,
): OutgoingMessage {
  const localUrl = draft.file && URL.createObjectURL(draft.file.blob);
  const content = draft.file
    ? { ...draft.content, mimeType: draft.file.blob.type, url: localUrl }
    : draft.content;
  const message: PhoneMessage = {
    id: localId,
    direction: 'sent',
    type: draft.type,
    timestamp,
    status: 'pending',
    contextId: draft.contextId,
    reactions: [],
    errors: [],
    voicePlayed: false,
    forwarded: draft.marks?.forwarded,
    // The simulator makes the advertisement's addresses up; it is shown once they are known.
    referral: undefined,
    referredProduct: draft.marks?.referredProduct,
    editedAt: undefined,
    revoked: false,
    payment: undefined,
    byApi: false,
    author: undefined,
    content,
  };
  return { localId, phoneNumberId, draft, message, localUrl, state: 'sending' };
}

/** The simulator's messages followed by those it has not told us about yet. */
export function mergeMessages(
  known: readonly PhoneMessage[],
  outgoing: readonly OutgoingMessage[],
): readonly ShownMessage[] {
  const knownIds = new Set(known.map((message) => message.id));
  const outgoingById = new Map(outgoing.map((entry) => [entry.message.id, entry]));
  const shown = known.map((message): ShownMessage => {
    const origin = outgoingById.get(message.id);
    return { ...message, key: origin?.localId ?? message.id, localUrl: origin?.localUrl };
  });
  const waiting = outgoing
    .filter((entry) => !knownIds.has(entry.message.id))
    .map(
      ({ message, localId, localUrl, state, reason }): ShownMessage => ({
        ...message,
        key: localId,
        localUrl,
        failure: state === 'failed' ? { localId, reason } : undefined,
      }),
    );
  return [...shown, ...waiting];
}
