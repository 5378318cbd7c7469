import { listMediaReferences, type SendableContent } from '@renkei/contract';
import { parseMarketingMessageRequest, parseSendRequest, type SendProblem } from '@renkei/graph-api';
import type { ContentFault, ProviderRecipient, ProviderReferences, ProviderSendRequest } from '../../port.ts';
import { toContentFault } from './outbound/content-fault.ts';
import { outboundOf } from './outbound/registry.ts';

/** Where a send goes to under the number, and with which body. */
export type SendRequestBuild =
  | { readonly ok: true; readonly endpoint: 'messages' | 'marketing_messages'; readonly body: object }
  | { readonly ok: false; readonly problem: SendProblem };

/** The call of a send, judged by Meta's strict schema before it goes out. Pure. */
export function buildSendRequest(request: ProviderSendRequest): SendRequestBuild {
  const { content } = request;
  const body = {
    messaging_product: 'whatsapp',
    ...addressOf(request.recipient),
    ...(request.replyToProviderMessageId === null || !quotes(content)
      ? {}
      : { context: { message_id: request.replyToProviderMessageId } }),
    biz_opaque_callback_data: request.attemptKey,
    ...outboundOf(content).toWire(content, request.references),
  };
  if (content.kind === 'template' && content.marketingMessages) {
    const reading = parseMarketingMessageRequest({ ...body, ...toPolicy(content.marketingMessages) });
    return reading.ok ? { ok: true, endpoint: 'marketing_messages', body: reading.value } : reading;
  }
  const reading = parseSendRequest(body);
  return reading.ok ? { ok: true, endpoint: 'messages', body: reading.request } : reading;
}

export function findContentFault(content: SendableContent, now: Date): ContentFault | undefined {
  const build = buildSendRequest({
    // Whether a kind may go to this recipient is not asked here.
    recipient: content.kind === 'pin' ? { groupId: 'group' } : { phone: '819012345678' },
    content,
    references: placeholdersOf(content),
    replyToProviderMessageId: null,
    attemptKey: 'check',
  });
  if (!build.ok) return toContentFault(content, build.problem);
  const { findTimeFault, source } = outboundOf(content);
  const fault = findTimeFault?.(content, now);
  return fault && { ...fault, source };
}

/** Stands in for ids that are known only when the message goes out. */
function placeholdersOf(content: SendableContent): ProviderReferences {
  return {
    providerMediaIds: new Map(listMediaReferences(content).map(({ mediaId }) => [mediaId, '0'])),
    targetProviderMessageId: 'wamid.0',
  };
}

/** A reaction and a pin name their target themselves. */
function quotes({ kind }: SendableContent): boolean {
  return kind !== 'reaction' && kind !== 'pin';
}

/** With `+`: without it Meta may put the business's own country in front. (Meta, "Send messages: phone number formats") */
function addressOf(recipient: ProviderRecipient) {
  if ('groupId' in recipient) return { recipient_type: 'group', to: recipient.groupId };
  const address = 'phone' in recipient ? { to: `+${recipient.phone}` } : { recipient: recipient.userId };
  return { recipient_type: 'individual', ...address };
}

type MarketingMessages = NonNullable<Extract<SendableContent, { kind: 'template' }>['marketingMessages']>;

const policies = { cloud_api: 'CLOUD_API_FALLBACK', strict: 'STRICT' } as const;

function toPolicy({ fallback, shareActivity }: MarketingMessages) {
  return {
    ...(fallback === undefined ? {} : { product_policy: policies[fallback] }),
    ...(shareActivity === undefined ? {} : { message_activity_sharing: shareActivity }),
  };
}
