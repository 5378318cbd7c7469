/** Every kind of message that Twilio takes, one line each. */
import type { OutboundKind } from '../../../port.ts';
import type { TwilioOutbound } from './define.ts';
import { outboundLocation } from './location.ts';
import { outboundAudio, outboundDocument, outboundImage, outboundSticker, outboundVideo } from './media.ts';
import { outboundTemplate } from './template.ts';
import { outboundText } from './text.ts';

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
