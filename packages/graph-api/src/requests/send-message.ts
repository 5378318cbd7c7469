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
import { reactionContent } from './content/reaction.ts';
import { textMessageContent } from './content/text.ts';
import { interactiveContent } from './interactive/interactive.ts';
import { messageLimits } from './limits.ts';
import { problemCode } from './problem.ts';
import { phoneOrGroup, readPhoneDigits, userId } from './recipient.ts';
import { templateContent } from './template/template.ts';
import { boundedText, messageId } from './values.ts';

const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  /** Phone number (`+` and country code) or group id; wins over `recipient` when both are given. */
  to: phoneOrGroup.optional(),
  /** Business-scoped user id. */
  recipient: userId.optional(),
  /** Comes back in every status of the message. */
  biz_opaque_callback_data: boundedText(messageLimits.callbackData).optional(),
  /** Deliver only while the person's identity hash is this one. */
  recipient_identity_key_hash: z.string().optional(),
};

/** Quotes an earlier message. Reactions name their target themselves and must not have it. */
const context = z.strictObject({ message_id: messageId }).optional();

const anyMessage = z.discriminatedUnion('type', [
  z.strictObject({ ...envelope, context, type: z.literal('text'), text: textMessageContent }),
  z.strictObject({ ...envelope, context, type: z.literal('image'), image: imageContent }),
  z.strictObject({ ...envelope, context, type: z.literal('video'), video: videoContent }),
  z.strictObject({ ...envelope, context, type: z.literal('audio'), audio: audioContent }),
  z.strictObject({ ...envelope, context, type: z.literal('document'), document: documentContent }),
  z.strictObject({ ...envelope, context, type: z.literal('sticker'), sticker: stickerContent }),
  z.strictObject({ ...envelope, context, type: z.literal('location'), location: locationContent }),
  z.strictObject({ ...envelope, context, type: z.literal('contacts'), contacts: contactsContent }),
  z.strictObject({ ...envelope, type: z.literal('reaction'), reaction: reactionContent }),
  z.strictObject({ ...envelope, context, type: z.literal('interactive'), interactive: interactiveContent }),
  z.strictObject({ ...envelope, context, type: z.literal('template'), template: templateContent }),
]);

/**
 * The body of `POST /{phone-number-id}/messages` for every kind of message we can send. Strict: a parameter that
 * does not belong there is an error. (Meta, "Send messages" and the page of each type, 2026-11)
 */
export const sendMessageRequest = anyMessage.superRefine(checkRecipient);

export type SendMessageRequest = z.output<typeof sendMessageRequest>;
export type SendMessageType = SendMessageRequest['type'];
/** The request of one message type, e.g. `SendMessageRequestOf<'template'>`. */
export type SendMessageRequestOf<Type extends SendMessageType> = Extract<
  SendMessageRequest,
  { readonly type: Type }
>;

interface Addressed {
  readonly to?: string | undefined;
  readonly recipient?: string | undefined;
  readonly recipient_type?: 'individual' | 'group' | undefined;
}

function checkRecipient(
  { to, recipient, recipient_type: kind }: Addressed,
  refinement: z.RefinementCtx,
): void {
  if (to === undefined && recipient === undefined) {
    const params = problemCode('requiredParameterMissing');
    refinement.addIssue({ code: 'custom', path: ['to'], message: 'or recipient is required', params });
  }
  if (to !== undefined && kind !== 'group' && readPhoneDigits(to) === undefined) {
    refinement.addIssue({
      code: 'custom',
      path: ['to'],
      message: 'must be a phone number with country code',
    });
  }
}
