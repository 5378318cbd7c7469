import type { ChannelState, MediaContentKind, Problem, SendableContent } from '@renkei/contract';
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
    /** Whether the number also lives in the WhatsApp Business app. */
    readonly onBusinessApp: boolean;
  };
  readonly recipient: {
    /** Digits only. */
    readonly phone: string | null;
    readonly userId: string | null;
    /** The provider's id of a group; it then stands alone. */
    readonly groupId: string | null;
    /** When the provider last said that this customer cannot be reached, if nothing has come from them since. */
    readonly unreachableSince: Date | null;
  };
  readonly window: { readonly lastInboundAt: Date | null; readonly closesAt: Date | null };
  /** What the provider would refuse about the content itself. */
  readonly contentFault: ContentFault | undefined;
  /** What the provider takes for groups. */
  readonly groupKinds: readonly SendableContent['kind'][];
  /** Every file that the content names, in order. */
  readonly media: readonly SendableMedia[];
  /** Of template messages; undefined when the account has no such template. */
  readonly template: TemplateFacts | undefined;
  /** Of reactions and pins: whether the message they are about is one the provider knows. */
  readonly targetIsKnown: boolean;
}

export interface SendableMedia {
  readonly mediaId: string;
  /** What it is sent as. */
  readonly sentAs: MediaContentKind;
  /** Undefined: there is no such file. */
  readonly file:
    | {
        /** What it was uploaded as. */
        readonly kind: string;
        readonly state: 'pending' | 'stored' | 'failed';
        readonly fileName: string | null;
        readonly fault: MediaFault | undefined;
      }
    | undefined;
}
