import type { ReceivedMessage, ReceivedStatus } from '#modules/channels';
import type { Origin } from './needs.ts';
import type { PlacedAccountEvent } from './record-account-events.ts';

/** What the webhooks of one batch come to, each fact with the channel that it names. Filled as they are read. */
export interface Effects {
  readonly messages: (ReceivedMessage & Origin)[];
  readonly statuses: (ReceivedStatus & Origin)[];
  readonly accountEvents: PlacedAccountEvent[];
  readonly rejected: { readonly rawEventId: string; readonly reason: string }[];
}
