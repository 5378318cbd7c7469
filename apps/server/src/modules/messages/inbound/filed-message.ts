import type { ReceivedMessage } from '#modules/channels';
import type { Origin } from '#modules/ingest';
import type { NewMessage } from './store-messages.ts';

export type IncomingMessage = ReceivedMessage & Origin;

/** A message beside the row that it becomes. */
export interface FiledMessage {
  readonly incoming: IncomingMessage;
  readonly row: NewMessage;
}
