import { parseMarketingMessageRequest } from '@renkei/graph-api';
import type { PhoneNumber, Waba } from '../../world/entities.ts';
import { type Edge, type GraphCall, messagingScope } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { acceptSend } from './accept-send.ts';
import { checkContent } from './check-content.ts';
import { problemError } from './parse-send.ts';
import { requireRegistered } from './require-registered.ts';
import { resolveRecipient } from './resolve-recipient.ts';
import { checkTemplateSend } from './template/check-template-send.ts';

/**
 * `POST /{phone-number-id}/marketing_messages`: a marketing template by the Marketing Messages API. Throws 134100
 * (not marketing), 134101 (too new), 131055 (account or number not taken in, with product_policy STRICT).
 */
export const sendMarketingMessageEdge: Edge<'phoneNumber'> = {
  scope: messagingScope,
  handle: sendMarketingMessage,
};

/** A new or edited template reaches the Marketing Messages API within about ten minutes. */
const syncMs = 10 * 60 * 1000;

function sendMarketingMessage(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node: phoneNumber, body } = call;
  const { world, clock } = simulation;
  const reading = parseMarketingMessageRequest(body);
  if (!reading.ok) throw problemError(reading.problem);
  const { product_policy: policy = 'CLOUD_API_FALLBACK', ...message } = reading.value;
  const recipient = resolveRecipient(world, phoneNumber, message);
  requireRegistered(world, phoneNumber);
  const at = clock.now();
  const { addressedAs } = recipient;
  const template = checkTemplateSend(simulation, phoneNumber, { content: message.template, addressedAs });
  if (template.category !== 'MARKETING') {
    throw new GraphError(134100, { details: 'Only templates of the category MARKETING can be sent here.' });
  }
  const isSyncing = template.createdAt !== undefined && at < template.createdAt + syncMs;
  const isTakenIn = canUse(world.wabas.get(phoneNumber.wabaId), phoneNumber);
  if (policy === 'STRICT' && !isTakenIn) {
    throw new GraphError(131055, {
      details: 'This number is not eligible for, or not onboarded to, the Marketing Messages API.',
    });
  }
  if (policy === 'STRICT' && isSyncing) throw new GraphError(134101);
  checkContent(simulation, phoneNumber, message);
  const send = { message, content: message.template, contextId: message.context?.message_id };
  const isMarketingMessage = isTakenIn && !isSyncing;
  return acceptSend(call, { send, recipient, template, isMarketingMessage });
}

/** Coexistence numbers are not eligible. */
function canUse(waba: Waba | undefined, { onBusinessApp }: PhoneNumber): boolean {
  return waba?.marketingMessagesStatus === 'ONBOARDED' && !onBusinessApp;
}
