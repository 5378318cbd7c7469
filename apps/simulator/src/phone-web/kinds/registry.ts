import type { Dictionary } from '../i18n/en.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { audioKind } from './audio.tsx';
import { buttonKind } from './button.tsx';
import { contactsKind } from './contacts.tsx';
import type { Kind } from './define-kind.tsx';
import { documentKind } from './document.tsx';
import { imageKind } from './image.tsx';
import { interactiveKind } from './interactive/interactive.tsx';
import { locationKind } from './location.tsx';
import { orderKind } from './order.tsx';
import { stickerKind } from './sticker.tsx';
import { templateKind } from './template/template.tsx';
import { textKind } from './text.tsx';
import { unreachableKind } from './unreachable.tsx';
import { unsupportedKind } from './unsupported.ts';
import { videoKind } from './video.tsx';

/** Every kind of message a phone can show: one entry and one file per kind. */
export const kinds = {
  text: textKind,
  image: imageKind,
  video: videoKind,
  audio: audioKind,
  document: documentKind,
  sticker: stickerKind,
  location: locationKind,
  contacts: contactsKind,
  interactive: interactiveKind,
  button: buttonKind,
  template: templateKind,
  order: orderKind,
  unsupported: unreachableKind,
} satisfies Record<string, Kind>;

const kindsByType = new Map<string, Kind>(Object.entries(kinds));

export const kindOf = (message: Pick<ShownMessage, 'type'>): Kind =>
  kindsByType.get(message.type) ?? unsupportedKind;

/** One line for the chat list and for quotes: what the message says, or that it was deleted. */
export function summarise(message: ShownMessage, text: Dictionary): string {
  if (!message.revoked) return kindOf(message).summarise(message, text);
  return message.direction === 'sent' ? text.marks.revokedByYou : text.marks.revoked;
}
