import { z } from 'zod';
import { contactsContent } from './content/contacts.ts';
import { locationContent } from './content/location.ts';
import {
  audioContent,
  documentContent,
  imageContent,
  stickerContent,
  videoContent,
} from './content/media.ts';
import { pinContent } from './content/pin.ts';
import { reactionContent } from './content/reaction.ts';
import { textMessageContent } from './content/text.ts';
import { checkRecipient } from './envelope/check-recipient.ts';
import { checkDirectSend, directSend } from './envelope/direct-send.ts';
import { context, envelope } from './envelope/envelope.ts';
import { interactiveContent } from './interactive/interactive.ts';
import { templateContent } from './template/template.ts';

/** Content that may be sent without a template. */
const free = { ...envelope, ...directSend, context };

const anyMessage = z.discriminatedUnion('type', [
  z.strictObject({ ...free, type: z.literal('text'), text: textMessageContent }),
  z.strictObject({ ...free, type: z.literal('image'), image: imageContent }),
  z.strictObject({ ...free, type: z.literal('video'), video: videoContent }),
  z.strictObject({ ...free, type: z.literal('audio'), audio: audioContent }),
  z.strictObject({ ...free, type: z.literal('document'), document: documentContent }),
  z.strictObject({ ...free, type: z.literal('sticker'), sticker: stickerContent }),
  z.strictObject({ ...free, type: z.literal('location'), location: locationContent }),
  z.strictObject({ ...free, type: z.literal('contacts'), contacts: contactsContent }),
  z.strictObject({ ...free, type: z.literal('interactive'), interactive: interactiveContent }),
  z.strictObject({ ...envelope, type: z.literal('reaction'), reaction: reactionContent }),
  z.strictObject({ ...envelope, context, type: z.literal('template'), template: templateContent }),
  z.strictObject({ ...envelope, type: z.literal('pin'), pin: pinContent }),
]);

/**
 * The body of `POST /{phone-number-id}/messages` for every kind of message. Strict: a parameter that does not belong
 * there is an error. (Meta, "Send messages" and the page of each type, 2026-11)
 */
export const sendMessageRequest = anyMessage.superRefine(checkRecipient).superRefine(checkDirectSend);

export type SendMessageRequest = z.output<typeof sendMessageRequest>;
export type SendMessageType = SendMessageRequest['type'];
/** The request of one message type, e.g. `SendMessageRequestOf<'template'>`. */
export type SendMessageRequestOf<Type extends SendMessageType> = Extract<
  SendMessageRequest,
  { readonly type: Type }
>;
/** The kinds of interactive message, `interactive.type`. */
export type InteractiveType = SendMessageRequestOf<'interactive'>['interactive']['type'];
