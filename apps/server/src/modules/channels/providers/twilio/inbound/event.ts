import type { InboundFact } from '../../../inbound.ts';

/** A form of Twilio's, with what every one of them has. */
export interface TwilioEvent {
  readonly form: URLSearchParams;
  readonly receivedAt: Date;
  readonly phoneNumberId: string;
  readonly messageSid: string;
}

export type ReadTwilioEvent = (event: TwilioEvent) => readonly InboundFact[];
