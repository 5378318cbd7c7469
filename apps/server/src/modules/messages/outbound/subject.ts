import type { SendableContent } from '@renkei/contract';
import type { ChannelFacts } from '#modules/channels';
import type { SendOrigin } from '../gate/facts.ts';

/** A send that the gate is asked about. */
export interface Subject {
  /** Null: it is not stored yet. */
  readonly messageId: string | null;
  /** Whether somebody only asks, it is being accepted, or it is about to leave. */
  readonly moment: 'asked' | 'accepted' | 'claimed';
  readonly origin: SendOrigin;
  readonly channel: ChannelFacts;
  readonly conversation: {
    readonly id: string;
    readonly contactId: string;
    readonly assigneeId: string | null;
    readonly recipientPhone: string | null;
    readonly recipientUserId: string | null;
    readonly recipientGroupId: string | null;
    readonly lastInboundAt: Date | null;
    readonly windowClosesAt: Date | null;
  };
  readonly content: SendableContent;
  readonly unreachableSince: Date | null;
}
