import { button } from './button.ts';
import { contacts } from './contacts.ts';
import type { ContentReading } from './define.ts';
import { edit } from './edit.ts';
import { interactive } from './interactive.ts';
import { location } from './location.ts';
import { audio } from './media/audio.ts';
import { document } from './media/document.ts';
import { image } from './media/image.ts';
import { mediaPlaceholder } from './media/media-placeholder.ts';
import { sticker } from './media/sticker.ts';
import { video } from './media/video.ts';
import { order } from './order.ts';
import { reaction } from './reaction.ts';
import { requestWelcome } from './request-welcome.ts';
import { revoke } from './revoke.ts';
import { system } from './system.ts';
import { text } from './text.ts';
import { unsupported } from './unsupported.ts';

/** Every message type we can read; a type that is not here is kept raw and shown as unsupported. */
export const inboundMessageTypes = {
  text,
  image,
  video,
  audio,
  document,
  sticker,
  media_placeholder: mediaPlaceholder,
  location,
  contacts,
  reaction,
  button,
  interactive,
  order,
  system,
  edit,
  revoke,
  unsupported,
  request_welcome: requestWelcome,
} as const;

export type InboundMessageType = keyof typeof inboundMessageTypes;

/** The content of a message of one type, names as on the wire. */
export type InboundContent<Type extends InboundMessageType = InboundMessageType> = {
  [Each in Type]: Extract<
    ReturnType<(typeof inboundMessageTypes)[Each]['read']>,
    ContentReading<Each, unknown> & { readonly ok: true }
  >['content'];
}[Type];

export function isInboundMessageType(type: string): type is InboundMessageType {
  return Object.hasOwn(inboundMessageTypes, type);
}
