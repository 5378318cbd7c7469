import type { PhoneNumber } from '../../world/entities.ts';
import type { OutboundMessage } from '../../world/messages.ts';
import { priceMessage, serviceCountKey } from '../../world/pricing.ts';
import { buildWamid, wamidHexLength } from '../../world/wamid.ts';
import { isFreeEntryOpen, isServiceWindowOpen, onAnswer } from '../../world/window.ts';
import { getChat } from '../../world/world.ts';
import { checkTemplateSend } from '../check-template-send.ts';
import type { Edge, GraphCall } from '../graph-call.ts';
import { messagingScope } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { parseSend, type SendRequest } from '../parse-send.ts';
import { type Recipient, resolveRecipient } from '../resolve-recipient.ts';
import { markAsRead } from './mark-as-read.ts';

/** `POST /{phone-number-id}/messages`: sends a message, or marks one as read. */
export const sendMessageEdge: Edge<'phoneNumber'> = {
  scope: messagingScope,
  handle: (call) => (call.body.status === undefined ? sendMessage(call) : markAsRead(call)),
};

function sendMessage(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node: phoneNumber } = call;
  const request = parseSend(call.body);
  const recipient = resolveRecipient(simulation.world, phoneNumber, request);
  if (!phoneNumber.registered) {
    throw new GraphError(133010, '(#133010) Account not registered', {
      details: 'The phone number is not registered. Register it before sending messages.',
    });
  }
  const template = checkTemplateSend(simulation.world, phoneNumber, request);
  checkMedia(call, request);
  takeRate(call, recipient);
  const message = buildMessage(call, request, recipient, template?.category.toLowerCase() ?? 'service');
  simulation.commit({ kind: 'accepted', message });
  return {
    messaging_product: 'whatsapp',
    contacts: [recipient.shownAs],
    messages: [{ id: message.id, ...(template ? { message_status: 'accepted' } : {}) }],
  };
}

function buildMessage(
  { simulation, node: phoneNumber, body }: GraphCall<PhoneNumber>,
  request: SendRequest,
  recipient: Recipient,
  category: string,
): OutboundMessage {
  const { world, clock, random } = simulation;
  const at = clock.now();
  const chat = getChat(world, phoneNumber.id, recipient.waId);
  const window = onAnswer(chat?.window ?? {}, at, world.settings.freeEntryHours);
  const serviceCount = world.serviceCounts.get(serviceCountKey(phoneNumber.id, at)) ?? 0;
  const { freeServiceMessages } = world.settings;
  return {
    direction: 'outbound',
    id: buildWamid('outbound', recipient.waId, random.hex(wamidHexLength.outbound)),
    phoneNumberId: phoneNumber.id,
    waId: recipient.waId,
    addressedAs: recipient.addressedAs,
    type: request.type,
    content: request.content,
    contextId: request.contextId,
    at,
    callbackData: request.callbackData,
    pricing: priceMessage({ category, window, at, serviceCount, freeServiceMessages }),
    freeEntryUntil: isFreeEntryOpen(window, at) ? window.freeEntryUntil : undefined,
    failCode: failCodeOf(recipient, request, isServiceWindowOpen(window, at)),
    request: body,
  };
}

/** Faults that need the recipient are told by webhook, for an id that was handed out with 200. */
function failCodeOf(recipient: Recipient, request: SendRequest, isWindowOpen: boolean): number | undefined {
  if (!recipient.isOnWhatsApp) return 131026;
  if (recipient.customer?.failCode !== undefined) return recipient.customer.failCode;
  return request.type === 'template' || isWindowOpen ? undefined : 131047;
}

function checkMedia({ simulation, node }: GraphCall<PhoneNumber>, request: SendRequest): void {
  for (const mediaId of request.mediaIds) {
    const media = simulation.world.media.get(mediaId);
    if (media && media.phoneNumberId === node.id && media.expiresAt > simulation.clock.now()) continue;
    throw new GraphError(
      100,
      `(#100) Param ${request.type}['id'] is not a valid whatsapp business account media attachment ID`,
    );
  }
}

function takeRate({ simulation, node }: GraphCall<PhoneNumber>, recipient: Recipient): void {
  const taken = simulation.rates.take(node.id, recipient.waId, simulation.clock.elapsedMs());
  if (taken === 'ok') return;
  throw taken === 'number'
    ? new GraphError(130429, '(#130429) Rate limit hit', {
        details:
          'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
      })
    : new GraphError(131056, '(#131056) (Business Account, Consumer Account) pair rate limit hit', {
        details:
          'Message failed to send because there were too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
      });
}
