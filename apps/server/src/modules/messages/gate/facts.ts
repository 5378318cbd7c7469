import type {
  ChannelState,
  MediaContentKind,
  Problem,
  SendableContent,
  SendingSettings,
  SendPurpose,
} from '@renkei/contract';
import type { ContentFault, MediaFault } from '#modules/channels';
import type { ConsentState, Suppression } from '#modules/consent';
import type { TemplateFacts } from '#modules/templates';

/** Through which door a send came. What people write themselves is served before what machines do. */
export const sendOrigins = ['inbox', 'api', 'automation', 'assistant', 'campaign'] as const;
export type SendOrigin = (typeof sendOrigins)[number];

/** Everything the gate looks at, read in the transaction that acts on its verdict. */
export interface GateFacts {
  readonly now: Date;
  readonly origin: SendOrigin;
  readonly purpose: SendPurpose;
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
  readonly window: {
    readonly lastInboundAt: Date | null;
    readonly closesAt: Date | null;
    /** Of the free entry point through which they came, while it is open; known where the window is closed. */
    readonly freeUntil: Date | null;
  };
  readonly consent: ConsentState;
  /** What they chose in WhatsApp about marketing from this number. */
  readonly marketingChoice:
    | { readonly choice: 'stop' | 'resume' | 'signup'; readonly decidedAt: Date }
    | undefined;
  /** What the provider keeps from them. */
  readonly suppressions: readonly Suppression[];
  /** When they got marketing in the last seven days, or will; the newest first. */
  readonly recentMarketing: readonly Date[];
  /** When the same content was sent to them last, with nothing from them since. */
  readonly sameSentAt: Date | null;
  readonly conversation: {
    readonly assigneeId: string | null;
    /** When a member, or somebody on the phone, last answered. Of what machines send. */
    readonly personAnsweredAt: Date | null;
  };
  /** Only where somebody asks beforehand; undefined: this recipient costs nothing, or who claims counts. */
  readonly portfolio: PortfolioAllowance | undefined;
  readonly settings: SendingSettings;
  /** What the provider would refuse about the content itself. */
  readonly contentFault: ContentFault | undefined;
  /** What the provider of the number can do. */
  readonly offers: {
    /** As people call the provider. */
    readonly label: string;
    readonly kinds: readonly SendableContent['kind'][];
    /** Whether people whose telephone number is hidden can be written to. */
    readonly hiddenNumbers: boolean;
  };
  /** What the provider takes for groups. */
  readonly groupKinds: readonly SendableContent['kind'][];
  /** Every file that the content names, in order. */
  readonly media: readonly SendableMedia[];
  /** Of template messages; undefined when the account has no such template. */
  readonly template: TemplateFacts | undefined;
  /** Of reactions and pins: whether the message they are about is one the provider knows. */
  readonly targetIsKnown: boolean;
}

/** How many people the business portfolio may still begin with in a moving 24 hours. */
export interface PortfolioAllowance {
  /** Null: as many as it likes. */
  readonly limit: number | null;
  readonly used: number;
  /** When the oldest of those counted is over; null: nobody is counted. */
  readonly freesAt: Date | null;
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
