/** Every kind of message that Twilio takes, one line each. */
import type { ContentOf } from '@renkei/contract';
import type { ContentFault, OutboundKind, ProviderReferences } from '../../../port.ts';
import { outboundLocation } from './location.ts';
import { outboundAudio, outboundDocument, outboundImage, outboundSticker, outboundVideo } from './media.ts';
import { outboundTemplate } from './template.ts';
import { outboundText } from './text.ts';

export interface TwilioOutbound<Kind extends OutboundKind> {
  readonly findFault: (content: ContentOf<Kind>) => ContentFault | undefined;
  readonly toForm: (
    content: ContentOf<Kind>,
    references: ProviderReferences,
  ) => Readonly<Record<string, string>>;
}

export const outboundKinds = {
  text: outboundText,
  image: outboundImage,
  video: outboundVideo,
  audio: outboundAudio,
  document: outboundDocument,
  sticker: outboundSticker,
  location: outboundLocation,
  template: outboundTemplate,
} as const satisfies { readonly [Kind in OutboundKind]?: TwilioOutbound<Kind> };
