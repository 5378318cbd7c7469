import { addressReplyKind } from './answers/address-reply.ts';
import { buttonReplyKind } from './answers/button-reply.ts';
import { callPermissionReplyKind } from './answers/call-permission-reply.ts';
import { contactInfoReplyKind } from './answers/contact-info-reply.ts';
import { flowReplyKind } from './answers/flow-reply.ts';
import { listReplyKind } from './answers/list-reply.ts';
import { paymentMethodKind } from './answers/payment-method.ts';
import { templateButtonKind } from './answers/template-button.ts';
import { contactsKind } from './contacts.ts';
import { editKind } from './edit.ts';
import type { PhoneKind } from './kind.ts';
import { locationKind } from './location.ts';
import { audioKind } from './media/audio.ts';
import { documentKind } from './media/document.ts';
import { imageKind } from './media/image.ts';
import { stickerKind } from './media/sticker.ts';
import { videoKind } from './media/video.ts';
import { orderKind } from './order.ts';
import { reactionKind } from './reaction.ts';
import { requestWelcomeKind } from './request-welcome.ts';
import { revokeKind } from './revoke.ts';
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
  flow_reply: flowReplyKind,
  address_reply: addressReplyKind,
  call_permission_reply: callPermissionReplyKind,
  contact_info_reply: contactInfoReplyKind,
  payment_method: paymentMethodKind,
  order: orderKind,
  edit: editKind,
  revoke: revokeKind,
  request_welcome: requestWelcomeKind,
  unsupported: unsupportedKind,
} as const satisfies Readonly<Record<string, unknown>>;

export function findPhoneKind(type: string): PhoneKind | undefined {
  // A kind's builder takes what its own schema parsed; the lookup forgets which of the two belong together.
  return Object.hasOwn(phoneKinds, type)
    ? (phoneKinds[type as keyof typeof phoneKinds] as PhoneKind)
    : undefined;
}
