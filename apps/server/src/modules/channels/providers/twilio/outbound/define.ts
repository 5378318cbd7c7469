import type { ContentOf } from '@renkei/contract';
import type { ContentFault, OutboundKind, ProviderReferences } from '../../../port.ts';

/** How one kind of message goes to Twilio: what is wrong with it, and its fields of the form. */
export interface TwilioOutbound<Kind extends OutboundKind> {
  readonly findFault: (content: ContentOf<Kind>) => ContentFault | undefined;
  readonly toForm: (
    content: ContentOf<Kind>,
    references: ProviderReferences,
  ) => Readonly<Record<string, string>>;
}
