import { z } from 'zod';
import { boundedText } from '../../requests/values.ts';
import { decoration } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

export const qrCodeLimits = { prefilledMessage: 140, perNumber: 2000 } as const;

/** A link that opens the chat with a text filled in. The code is 14 of A-Z and 2-7. (Meta, "QR codes", 2026) */
export const qrCodeNode = z.looseObject({
  code: z.string(),
  prefilled_message: z.string(),
  deep_link_url: z.string(),
  qr_image_url: decoration(z.string()),
});
export type QrCodeNode = z.infer<typeof qrCodeNode>;

/** `GET /{phone-number-id}/message_qrdls`. */
export const qrCodeList = listAnswer(qrCodeNode);

/** `POST /{phone-number-id}/message_qrdls`; with `code` it changes an existing one. */
export const qrCodeRequest = z.strictObject({
  prefilled_message: boundedText(qrCodeLimits.prefilledMessage),
  code: z
    .string()
    .regex(/^[A-Z2-7]{14}$/, { error: 'must be the code of a QR link' })
    .optional(),
  generate_qr_image: z.enum(['PNG', 'SVG']).optional(),
  messaging_product: z.literal('whatsapp').optional(),
});
