/** Every kind of message that can be sent, one line each. */
import type { SendableContent } from '@renkei/contract';
import type { OutboundKind, ProviderReferences } from '../../../port.ts';
import { outboundAudio } from './audio.ts';
import { outboundContacts } from './contacts.ts';
import { outboundDocument } from './document.ts';
import { outboundImage } from './image.ts';
import { outboundLocation } from './location.ts';
import type { Outbound } from './outbound.ts';
import { outboundReaction } from './reaction.ts';
import { outboundSticker } from './sticker.ts';
import { outboundTemplate } from './template.ts';
import { outboundText } from './text.ts';
import { outboundVideo } from './video.ts';

const outboundKinds: { readonly [Kind in OutboundKind]: Outbound<Kind> } = {
  text: outboundText,
  image: outboundImage,
  video: outboundVideo,
  audio: outboundAudio,
  document: outboundDocument,
  sticker: outboundSticker,
  location: outboundLocation,
  contacts: outboundContacts,
  reaction: outboundReaction,
  template: outboundTemplate,
};

export function toWire(
  content: SendableContent,
  references: ProviderReferences,
): Readonly<Record<string, unknown>> {
  // The entry found by a content's own kind takes that content; TypeScript cannot follow this through a union.
  const build = outboundKinds[content.kind] as Outbound<OutboundKind>;
  return build(content, references);
}
