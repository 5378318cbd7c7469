import type { ShownMessage } from '../session/outbox.ts';
import { audioKind } from './audio.tsx';
import { buttonKind } from './button.tsx';
import { contactsKind } from './contacts.tsx';
import type { Kind } from './define-kind.tsx';
import { documentKind } from './document.tsx';
import { imageKind } from './image.tsx';
import { interactiveKind } from './interactive/interactive.tsx';
import { locationKind } from './location.tsx';
import { stickerKind } from './sticker.tsx';
import { templateKind } from './template.tsx';
import { textKind } from './text.tsx';
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
} satisfies Record<string, Kind>;

const kindsByType = new Map<string, Kind>(Object.entries(kinds));

export const kindOf = (message: Pick<ShownMessage, 'type'>): Kind =>
  kindsByType.get(message.type) ?? unsupportedKind;
