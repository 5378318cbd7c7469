import type { PhoneNumber } from '../../world/entities.ts';
import { mayStart } from '../../world/limits/messaging-limit.ts';
import { isFreeEntryOpen, isServiceWindowOpen, onAnswer } from '../../world/limits/window.ts';
import { isSendable } from '../../world/media/is-sendable.ts';
import type { OutboundMessage } from '../../world/messages/messages.ts';
import { buildWamid, wamidHexLength } from '../../world/messages/wamid.ts';
import { priceMessage } from '../../world/pricing/price-message.ts';
import { serviceCountOf } from '../../world/pricing/service-quota.ts';
import { getChat, type World } from '../../world/world.ts';
import { type Edge, type GraphCall, messagingScope } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { checkTemplateSend } from './check-template-send.ts';
import { markAsRead } from './mark-as-read.ts';
import { listMediaObjects, type MediaReference, parseSend, type SendRequest } from './parse-send.ts';
import { type Recipient, resolveRecipient } from './resolve-recipient.ts';

/** `POST /{phone-number-id}/messages`: sends a message, or marks one as read. */
export const sendMessageEdge: Edge<'phoneNumber'> = {
  scope: messagingScope,
  handle(call) {
    const parsed = parseSend(call.body);
    return parsed.kind === 'message' ? sendMessage(call, parsed.send) : markAsRead(call, parsed);
  },
};

function sendMessage(call: GraphCall<PhoneNumber>, send: SendRequest): unknown {
  const { simulation, node: phoneNumber } = call;
  const recipient = resolveRecipient(simulation.world, phoneNumber, send.message);
  if (!phoneNumber.registered) throw new GraphError(133010);
  const template =
    send.message.type === 'template'
      ? checkTemplateSend(simulation.world, phoneNumber, send.message.template, recipient.addressedAs)
      : undefined;
  checkMediaIds(call, send);
  takeRate(call, recipient);
  const message = buildMessage(call, send, recipient, template?.category.toLowerCase() ?? 'service');
  simulation.commit({ kind: 'accepted', message });
  return {
    messaging_product: 'whatsapp',
    contacts: [recipient.shownAs],
    messages: [{ id: message.id, ...(template ? { message_status: 'accepted' } : {}) }],
  };
}

function buildMessage(
  { simulation, node: phoneNumber, body }: GraphCall<PhoneNumber>,
  send: SendRequest,
  recipient: Recipient,
  category: string,
): OutboundMessage {
  const { world, clock, random } = simulation;
  const at = clock.now();
  const chat = getChat(world, phoneNumber.id, recipient.waId);
  const window = onAnswer(chat?.window ?? {}, at, world.settings.freeEntryHours);
  const serviceCount = serviceCountOf(world, phoneNumber.id, at);
  const isWindowOpen = isServiceWindowOpen(window, at);
  const failCode =
    failCodeOf(world, phoneNumber, send, recipient, { isWindowOpen, at }) ??
    (mediaOf(send).every((media) => canBeSent(world, send, media)) ? undefined : 131053);
  return {
    direction: 'outbound',
    id: buildWamid('outbound', recipient.waId, random.hex(wamidHexLength.outbound)),
    phoneNumberId: phoneNumber.id,
    waId: recipient.waId,
    addressedAs: recipient.addressedAs,
    type: send.message.type,
    content: send.content,
    contextId: send.contextId,
    links: mediaOf(send).flatMap(({ kind, link }) => (link === undefined ? [] : [{ kind, link }])),
    at,
    callbackData: send.message.biz_opaque_callback_data,
    pricing: priceMessage({ category, window, at, serviceCount, settings: world.settings }),
    freeEntryUntil: isFreeEntryOpen(window, at) ? window.freeEntryUntil : undefined,
    startsConversation: send.message.type === 'template' && !isWindowOpen && failCode === undefined,
    failCode,
    request: body,
  };
}

/** Faults that need the recipient are told by webhook, for an id that was handed out with 200. */
function failCodeOf(
  world: World,
  phoneNumber: PhoneNumber,
  { message }: SendRequest,
  { customer, isOnWhatsApp, waId }: Recipient,
  { isWindowOpen, at }: { readonly isWindowOpen: boolean; readonly at: number },
): number | undefined {
  if (!isOnWhatsApp) return 131026;
  if (customer?.failCode !== undefined) return customer.failCode;
  if (message.type !== 'template' && !isWindowOpen) return 131047;
  if (message.type === 'reaction' && !world.messages.has(message.reaction.message_id)) return 131009;
  if (isWindowOpen) return undefined;
  const portfolio = world.portfolios.get(world.wabas.get(phoneNumber.wabaId)?.portfolioId ?? '');
  const started = world.startedUsers.get(portfolio?.id ?? '');
  return mayStart(started, waId, portfolio?.messagingLimit ?? '', at) ? undefined : 131048;
}

function mediaOf({ message, content }: SendRequest): readonly MediaReference[] {
  return listMediaObjects({ [message.type]: content });
}

/** Uploaded media must fit the kind it is sent as; a voice message must be OGG. Links are judged when fetched. */
function canBeSent(world: World, { message }: SendRequest, { kind, id }: MediaReference): boolean {
  const media = id === undefined ? undefined : world.media.get(id);
  if (!media) return true;
  const isVoice = message.type === 'audio' && message.audio.voice === true;
  return isSendable(kind, media) && !(isVoice && !media.mimeType.startsWith('audio/ogg'));
}

function checkMediaIds({ simulation, node }: GraphCall<PhoneNumber>, send: SendRequest): void {
  for (const { id } of mediaOf(send)) {
    if (id === undefined) continue;
    const media = simulation.world.media.get(id);
    if (media && media.phoneNumberId === node.id && media.expiresAt > simulation.clock.now()) continue;
    throw new GraphError(100, {
      message: `(#100) Param ${send.message.type}['id'] is not a valid whatsapp business account media attachment ID`,
    });
  }
}

function takeRate({ simulation, node }: GraphCall<PhoneNumber>, recipient: Recipient): void {
  const taken = simulation.rates.take(node.id, recipient.waId, simulation.clock.elapsedMs());
  if (taken === 'number') {
    throw new GraphError(130429, {
      details:
        'Message failed to send because there were too many messages sent from this phone number in a short period of time.',
    });
  }
  if (taken === 'pair') {
    throw new GraphError(131056, {
      details:
        'Message failed to send because there were too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
    });
  }
}
