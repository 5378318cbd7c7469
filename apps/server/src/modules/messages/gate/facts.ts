import type { ChannelState, Problem, SendableContent } from '@renkei/contract';
import type { ContentFault, MediaFault } from '#modules/channels';
import type { TemplateFacts } from '#modules/templates';

/** Everything the gate looks at, read in the transaction that acts on its verdict. */
export interface GateFacts {
  readonly now: Date;
  readonly content: SendableContent;
  readonly channel: {
    readonly state: ChannelState;
    readonly problem: Problem | null;
    /** Digits only. */
    readonly phoneNumber: string;
    readonly displayPhoneNumber: string;
  };
  readonly recipient: {
    /** Digits only. */
    readonly phone: string | null;
    readonly userId: string | null;
    /** When the provider last said that this customer cannot be reached, if nothing has come from them since. */
    readonly unreachableSince: Date | null;
  };
  readonly window: { readonly lastInboundAt: Date | null; readonly closesAt: Date | null };
  /** What the provider would refuse about the content itself. */
  readonly contentFault: ContentFault | undefined;
  /** Of content with a file; undefined when there is no such file. */
  readonly media: SendableMedia | undefined;
  /** Of template messages; undefined when the account has no such template. */
  readonly template: TemplateFacts | undefined;
  /** Of reactions: whether the message reacted to is one the provider knows. */
  readonly targetIsKnown: boolean;
}

export interface SendableMedia {
  readonly kind: string;
  readonly state: 'pending' | 'stored' | 'failed';
  readonly fault: MediaFault | undefined;
}
