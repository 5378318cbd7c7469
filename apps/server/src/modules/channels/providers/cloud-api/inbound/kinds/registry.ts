import type { InboundMessageType, ReadableMessage } from '@renkei/graph-api';
import { readButton } from './button.ts';
import { readContacts } from './contacts.ts';
import type { ReadKind, ReadKindResult } from './define.ts';
import { readEdit } from './edit.ts';
import { readInteractive } from './interactive.ts';
import { readLocation } from './location.ts';
import { readAudio, readDocument, readImage, readSticker, readVideo } from './media.ts';
import { readMediaPlaceholder } from './media-placeholder.ts';
import { readOrder } from './order.ts';
import { readReaction } from './reaction.ts';
import { readRequestWelcome } from './request-welcome.ts';
import { readRevoke } from './revoke.ts';
import { readSystem } from './system.ts';
import { readText } from './text.ts';
import { readUnsupported } from './unsupported.ts';

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

export function readKind(message: ReadableMessage): ReadKindResult {
  // The entry of a message's own type takes that message; the compiler cannot follow the pair through the union.
  const read = kinds[message.type] as (message: ReadableMessage) => ReadKindResult;
  return read(message);
}
