import type { SendableContent } from '@renkei/contract';
import { parseSendRequest, type SendRequestReading } from '@renkei/graph-api';
import type { ContentFault, ProviderRecipient, ProviderSendRequest } from '../../port.ts';
import { toWire } from './outbound/registry.ts';

/** The body of `POST /{phone-number-id}/messages`, judged by Meta's strict schema before it goes out. */
export function buildSendRequest(request: ProviderSendRequest): SendRequestReading {
  return parseSendRequest({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...addressOf(request.recipient),
    ...(request.replyToProviderMessageId === null || request.content.kind === 'reaction'
      ? {}
      : { context: { message_id: request.replyToProviderMessageId } }),
    biz_opaque_callback_data: request.attemptKey,
    ...toWire(request.content, request.references),
  });
}

/** Stands in for ids that are known only when the message goes out. */
const placeholders = { providerMediaId: '0', targetProviderMessageId: 'wamid.0' };

export function findContentFault(content: SendableContent): ContentFault | undefined {
  const reading = buildSendRequest({
    recipient: { phone: '819012345678' },
    content,
    references: placeholders,
    replyToProviderMessageId: null,
    attemptKey: 'check',
  });
  return reading.ok ? undefined : { path: reading.problem.path, details: reading.problem.details };
}

/** With `+`: without it Meta may put the business's own country in front. (Meta, "Send messages: phone number formats") */
function addressOf(recipient: ProviderRecipient) {
  return 'phone' in recipient ? { to: `+${recipient.phone}` } : { recipient: recipient.userId };
}
