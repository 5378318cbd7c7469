import { buttonReplyKind } from './button-reply.ts';
import { contactsKind } from './contacts.ts';
import type { PhoneKind } from './kind.ts';
import { listReplyKind } from './list-reply.ts';
import { locationKind } from './location.ts';
import { audioKind } from './media/audio.ts';
import { documentKind } from './media/document.ts';
import { imageKind } from './media/image.ts';
import { stickerKind } from './media/sticker.ts';
import { videoKind } from './media/video.ts';
import { reactionKind } from './reaction.ts';
import { templateButtonKind } from './template-button.ts';
import { textKind } from './text.ts';
import { unsupportedKind } from './unsupported.ts';

/** Everything a phone can send, by the `type` of `POST /phones/:waId/messages`. */
const phoneKinds = {
  text: textKind,
  image: imageKind,
  video: videoKind,
  audio: audioKind,
  document: documentKind,
  sticker: stickerKind,
  location: locationKind,
  contacts: contactsKind,
  reaction: reactionKind,
  button_reply: buttonReplyKind,
  list_reply: listReplyKind,
  button: templateButtonKind,
  unsupported: unsupportedKind,
} as const satisfies Readonly<Record<string, unknown>>;

export function findPhoneKind(type: string): PhoneKind | undefined {
  // A kind's builder takes what its own schema parsed; the lookup forgets which of the two belong together.
  return Object.hasOwn(phoneKinds, type)
    ? (phoneKinds[type as keyof typeof phoneKinds] as PhoneKind)
    : undefined;
}
