import type { InboundMessageType, ReadableMessage } from '@renkei/graph-api';
import { readButton } from './button.ts';
import { readContacts } from './contacts.ts';
import type { ReadContent, ReadKind } from './define.ts';
import { readInteractive } from './interactive.ts';
import { readLocation } from './location.ts';
import { readAudio, readDocument, readImage, readSticker, readVideo } from './media.ts';
import {
  readEdit,
  readMediaPlaceholder,
  readOrder,
  readRequestWelcome,
  readRevoke,
  readUnsupported,
} from './not-yet.ts';
import { readReaction } from './reaction.ts';
import { readSystem } from './system.ts';
import { readText } from './text.ts';

/** Every message type of Meta's wire and what it becomes with us; the compiler names the missing. */
const kinds: { readonly [Type in InboundMessageType]: ReadKind<Type> } = {
  text: readText,
  image: readImage,
  video: readVideo,
  audio: readAudio,
  document: readDocument,
  sticker: readSticker,
  media_placeholder: readMediaPlaceholder,
  location: readLocation,
  contacts: readContacts,
  reaction: readReaction,
  button: readButton,
  interactive: readInteractive,
  order: readOrder,
  system: readSystem,
  edit: readEdit,
  revoke: readRevoke,
  unsupported: readUnsupported,
  request_welcome: readRequestWelcome,
};

export function readKind(message: ReadableMessage): ReadContent {
  // The entry of a message's own type takes that message; the compiler cannot follow the pair through the union.
  const read = kinds[message.type] as (message: ReadableMessage) => ReadContent;
  return read(message);
}
