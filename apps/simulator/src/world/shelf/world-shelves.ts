import type { InboundState, OutboundState } from '../messages/messages.ts';
import type { WebhookState } from '../updates.ts';
import { lineFilesIn } from './line-file.ts';
import { Shelf } from './shelf.ts';

/** The three ledgers of a world: they grow without end, memory does not. */
export interface WorldShelves {
  /** Messages of the business, in the order of acceptance. */
  readonly sends: Shelf<OutboundState>;
  /** Messages of customers, in the order of arrival. */
  readonly received: Shelf<InboundState>;
  /** Bodies with their attempts, in the order in which they were made. */
  readonly webhooks: Shelf<WebhookState>;
}

/** `dataDir`: where the files lie; a temporary folder without it. */
export function createShelves(awaitingApps: ReadonlyMap<string, number>, dataDir?: string): WorldShelves {
  const open = lineFilesIn(dataDir);
  return {
    sends: new Shelf<OutboundState>({
      idOf: ({ message }) => message.id,
      isSettled: isOver,
      encode: (state) => ({ ...state, linkMedia: [...state.linkMedia] }),
      decode: (written) => reviveOutbound(written as WrittenOutbound),
      openFile: () => open('sends.jsonl'),
    }),
    received: new Shelf<InboundState>({
      idOf: ({ message }) => message.id,
      isSettled: ({ message, arrived }) => arrived || !awaitingApps.has(message.id),
      encode: (state) => state,
      decode: (written) => written as InboundState,
      openFile: () => open('received.jsonl'),
    }),
    webhooks: new Shelf<WebhookState>({
      idOf: ({ webhook }) => webhook.id,
      isSettled: ({ outcome }) => outcome !== 'pending',
      encode: (state) => state,
      decode: (written) => written as WebhookState,
      openFile: () => open('webhooks.jsonl'),
      // A body of twenty statuses is some ten kilobytes.
      hotCount: 200,
    }),
  };
}

type WrittenOutbound = Omit<OutboundState, 'linkMedia'> & {
  readonly linkMedia: readonly (readonly [string, string])[];
};

function reviveOutbound({ linkMedia, ...state }: WrittenOutbound): OutboundState {
  return { ...state, linkMedia: new Map(linkMedia) };
}

/** Only a message that has not arrived may still get a status without anybody doing anything. */
function isOver({ status, message, expired }: OutboundState): boolean {
  if (expired || status === 'failed') return true;
  if (message.addressedAs === 'group') return false;
  return status !== 'accepted' && !(status === 'sent' && message.type !== 'reaction');
}
