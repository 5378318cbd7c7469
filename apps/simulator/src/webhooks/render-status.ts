import type { PhoneNumber } from '../world/entities.ts';
import type { OutboundState } from '../world/messages/messages.ts';
import type { StatusUpdate } from '../world/updates.ts';
import { userIdIn } from '../world/user-id.ts';
import type { World } from '../world/world.ts';
import { renderContact, type ValueContext, valueHead, type WebhookValue } from './render-inbound.ts';

/**
 * The `value` of a status change. `pricing` stands on `sent` and on the first of delivered/read; `conversation` up
 * to webhook version 23, later only in free entry point windows; a failure names no contacts.
 */
export function renderStatusValue(
  world: World,
  state: OutboundState,
  update: StatusUpdate,
  context: ValueContext,
): WebhookValue {
  const { message } = state;
  const phoneNumber = world.phoneNumbers.get(message.phoneNumberId);
  if (!phoneNumber) throw new Error(`Phone number ${message.phoneNumberId} is not in the world`);
  const failed = update.status === 'failed';
  return {
    ...valueHead(phoneNumber),
    ...(failed ? {} : { contacts: renderContact(world, phoneNumber, update.participant ?? message.waId) }),
    statuses: [
      {
        id: message.id,
        status: update.status,
        timestamp: String(Math.floor(update.at / 1000)),
        ...(message.addressedAs === 'group'
          ? renderParticipant(world, phoneNumber, message.waId, update.participant)
          : renderRecipient(world, phoneNumber, state, failed)),
        ...(failed ? {} : renderConversation(state, update, context)),
        ...(carriesPricing(state, update) ? { pricing: message.pricing } : {}),
        ...(message.madeTemplateId === undefined ? {} : { template_id: message.madeTemplateId }),
        ...(message.callbackData === undefined ? {} : { biz_opaque_callback_data: message.callbackData }),
        ...(failed && state.errors ? { errors: state.errors } : {}),
      },
    ],
  };
}

/** A failed send to a phone number does not reveal the user id; a hidden number is never told. */
function renderRecipient(world: World, phoneNumber: PhoneNumber, state: OutboundState, failed: boolean) {
  const { message } = state;
  const customer = world.customers.get(message.waId);
  const byPhone = message.addressedAs === 'phone';
  const showNumber = byPhone || !customer?.phoneHidden;
  const showUserId = customer && !(failed && byPhone);
  return {
    ...(showNumber ? { recipient_id: message.waId } : {}),
    ...(showUserId ? { recipient_user_id: userIdIn(world, customer, phoneNumber) } : {}),
  };
}

/** In a group the recipient is the group, and each participant has statuses of their own. */
function renderParticipant(
  world: World,
  phoneNumber: PhoneNumber,
  groupId: string,
  participant: string | undefined,
) {
  const customer = participant === undefined ? undefined : world.customers.get(participant);
  return {
    recipient_id: groupId,
    recipient_type: 'group',
    ...(participant === undefined || customer?.phoneHidden ? {} : { recipient_participant_id: participant }),
    ...(customer ? { recipient_participant_user_id: userIdIn(world, customer, phoneNumber) } : {}),
  };
}

function carriesPricing(state: OutboundState, update: StatusUpdate): boolean {
  if (update.status === 'sent' || update.status === 'delivered') return true;
  return update.status === 'read' && state.statusTimes.delivered === undefined;
}

function renderConversation(state: OutboundState, update: StatusUpdate, context: ValueContext) {
  const { message } = state;
  const freeEntry = message.freeEntryUntil !== undefined;
  const isOldVersion = Number.parseFloat(context.webhookVersion.slice(1)) < 24;
  if (!carriesPricing(state, update) || !(freeEntry || isOldVersion)) return {};
  const expiration = message.freeEntryUntil ?? message.at + 24 * 60 * 60 * 1000;
  return {
    conversation: {
      id: conversationId(message.id, message.freeEntryUntil),
      ...(update.status === 'sent' ? { expiration_timestamp: String(Math.floor(expiration / 1000)) } : {}),
      origin: { type: message.pricing.category },
    },
  };
}

/** Per message, or one per free entry point window, as Meta's pages say of webhook version 24. */
function conversationId(messageId: string, freeEntryUntil: number | undefined): string {
  const source = freeEntryUntil === undefined ? messageId : String(freeEntryUntil);
  return Buffer.from(source).toString('hex').slice(-32);
}
