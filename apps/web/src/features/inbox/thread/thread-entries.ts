import type { Message } from '@renkei/contract';
import { dayKey } from '../../../lib/format-time.ts';
import { previewOf } from '../content/preview-of.ts';
import type { PendingSend } from '../data/pending-sends.ts';

export type ThreadEntry =
  | { readonly kind: 'day'; readonly key: string; readonly instant: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      /** Follows one of the same author within a few minutes: drawn closer, without the name again. */
      readonly isContinued: boolean;
    }
  | { readonly kind: 'pending'; readonly key: string; readonly send: PendingSend; readonly message: Message };

const closeTogetherMs = 5 * 60_000;

/** What the thread shows from top to bottom: messages oldest first, days between them, what is being sent at the end. */
export function threadEntries(
  newestFirst: readonly Message[],
  pending: readonly PendingSend[],
): readonly ThreadEntry[] {
  const entries: ThreadEntry[] = [];
  let previous: Message | undefined;
  const addDay = (message: Message) => {
    if (previous !== undefined && dayKey(previous.shownAt) === dayKey(message.shownAt)) return;
    entries.push({ kind: 'day', key: `day-${dayKey(message.shownAt)}`, instant: message.shownAt });
  };
  for (const message of newestFirst.toReversed()) {
    if (hangsOnAnother(message)) continue;
    addDay(message);
    entries.push({ kind: 'message', key: message.id, message, isContinued: continues(previous, message) });
    previous = message;
  }
  for (const send of pending) {
    const message = messageOfPending(send);
    addDay(message);
    entries.push({ kind: 'pending', key: send.key, send, message });
    previous = message;
  }
  return entries;
}

/** A reaction to a known message is shown on that message. */
function hangsOnAnother({ content }: Message): boolean {
  return content.kind === 'reaction' && content.targetMessageId !== null;
}

function continues(previous: Message | undefined, message: Message): boolean {
  return (
    previous !== undefined &&
    previous.direction === message.direction &&
    previous.sender?.id === message.sender?.id &&
    previous.participant?.phoneNumber === message.participant?.phoneNumber &&
    previous.participant?.name === message.participant?.name &&
    dayKey(previous.shownAt) === dayKey(message.shownAt) &&
    Date.parse(message.shownAt) - Date.parse(previous.shownAt) < closeTogetherMs
  );
}

function messageOfPending(send: PendingSend): Message {
  const { replyTo } = send;
  return {
    id: send.key,
    conversationId: send.conversationId,
    direction: 'outbound',
    content: send.content,
    media: send.media,
    files: [...send.files],
    state: 'queued',
    problem: null,
    hold: null,
    canResend: false,
    shownAt: send.startedAt,
    sender: null,
    replyTo:
      replyTo === null
        ? null
        : {
            messageId: replyTo.id,
            direction: replyTo.direction,
            kind: replyTo.content.kind,
            preview: previewOf(replyTo),
          },
    reactions: [],
    forwarded: 'no',
    referral: null,
    referredProduct: null,
    participant: null,
    earlierVersions: [],
    sendAt: send.sendAt,
    revokedAt: null,
  };
}
