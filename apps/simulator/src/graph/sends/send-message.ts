import type { PhoneNumber } from '../../world/entities.ts';
import { livesAt } from '../../world/resellers/hears-of.ts';
import { type Edge, type GraphCall, messagingScope } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import { acceptSend } from './accept-send.ts';
import { checkContent } from './check-content.ts';
import { markAsRead } from './mark-as-read.ts';
import { parseSend, type SendRequest } from './parse-send.ts';
import { requireRegistered } from './require-registered.ts';
import { resolveRecipient } from './resolve-recipient.ts';
import { checkTemplateSend } from './template/check-template-send.ts';

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
  const { world } = simulation;
  const { message } = send;
  const recipient = resolveRecipient(world, phoneNumber, message);
  requireRegistered(world, phoneNumber);
  // A number that lives at another provider is not on the Cloud API of this app.
  if (!livesAt(phoneNumber, call.caller.app)) throw new GraphError(133010);
  checkDirectSend(send, recipient.addressedAs);
  const template =
    message.type === 'template'
      ? checkTemplateSend(simulation, phoneNumber, {
          content: message.template,
          addressedAs: recipient.addressedAs,
        })
      : undefined;
  checkContent(simulation, phoneNumber, message);
  const directCategory = send.directCategory;
  return acceptSend(call, { send, recipient, template, isMarketingMessage: false, directCategory });
}

/** Codes go to phone numbers only, with or without a template. */
function checkDirectSend({ directCategory }: SendRequest, addressedAs: string): void {
  if (directCategory !== 'authentication' || addressedAs === 'phone') return;
  throw new GraphError(131062, { details: 'Authentication messages need a phone number.' });
}
