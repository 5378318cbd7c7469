import type { GraphCall } from '../../graph/graph-call.ts';
import { GraphError } from '../../graph/graph-error.ts';
import { defaultVersion } from '../../graph/http/path.ts';
import { ask, buildMessage } from '../../graph/sends/accept-send.ts';
import { checkContent } from '../../graph/sends/check-content.ts';
import { listMediaObjects, parseSend, type SendRequest } from '../../graph/sends/parse-send.ts';
import { resolveRecipient } from '../../graph/sends/resolve-recipient.ts';
import { checkTemplateSend } from '../../graph/sends/template/check-template-send.ts';
import type { Simulation } from '../../simulation.ts';
import type { App, JsonObject, PhoneNumber, Template } from '../../world/entities.ts';
import type { OutboundMessage } from '../../world/messages/messages.ts';
import { findRefusal } from '../../world/rules/refusals.ts';
import { twilioCodeOf } from './codes.ts';
import { slotOf } from './queue.ts';
import { TwilioError } from './twilio-error.ts';

export interface TwilioSend {
  readonly app: App;
  readonly phoneNumber: PhoneNumber;
  /** The message in Meta's words. */
  readonly graphBody: JsonObject;
  readonly statusCallback: string | undefined;
  /** The form as it came, for the ledger. */
  readonly form: JsonObject;
}

/**
 * Accepts a message as Twilio does: what is wrong with its shape is said at once, and everything that Meta will refuse
 * comes later as a status. It waits in Twilio's queue until the number's rate lets it go.
 */
export function acceptMessage(simulation: Simulation, send: TwilioSend): OutboundMessage {
  const { phoneNumber, graphBody, statusCallback, form } = send;
  const call = callOf(simulation, send);
  const parsed = atOnce(() => parse(graphBody));
  const recipient = atOnce(() => resolveRecipient(simulation.world, phoneNumber, parsed.message));
  const { template, code: templateCode } = findTemplate(
    simulation,
    phoneNumber,
    parsed,
    recipient.addressedAs,
  );
  const checked = { send: parsed, recipient, template, isMarketingMessage: false };
  const question = ask(call, checked);
  const media = listMediaObjects({ [parsed.message.type]: parsed.content });
  const built = buildMessage(call, checked, question, media);
  const { elapsedMs } = simulation.clock;
  const isTooFast = simulation.rates.take(phoneNumber, recipient.waId, elapsedMs()) === 'pair';
  const failCode =
    templateCode ??
    codeOf(() => checkContent(simulation, phoneNumber, parsed.message)) ??
    findRefusal(question)?.code ??
    (isTooFast ? 131056 : built.failCode);
  const message: OutboundMessage = {
    ...built,
    id: `SM${simulation.random.hex(32).toLowerCase()}`,
    failCode,
    startsConversation: built.startsConversation && failCode === undefined,
    callbackData: firstValueOf(statusCallback),
    statusCallback,
    queuedUntil: slotOf(simulation, phoneNumber),
    request: form,
  };
  simulation.commit({ kind: 'accepted', message });
  return message;
}

function parse(graphBody: JsonObject): SendRequest {
  const parsed = parseSend(graphBody);
  if (parsed.kind !== 'message') throw new GraphError(100);
  return parsed.send;
}

/** A fault of shape, which Twilio tells in the answer. */
function atOnce<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new TwilioError(twilioCodeOf(error.code), error.options.details ?? error.message);
  }
}

function codeOf(work: () => unknown): number | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof GraphError) return error.code;
    throw error;
  }
}

function findTemplate(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  { message }: SendRequest,
  addressedAs: 'phone' | 'userId' | 'group',
): { readonly template: Template | undefined; readonly code?: number | undefined } {
  if (message.type !== 'template') return { template: undefined };
  let template: Template | undefined;
  const code = codeOf(() => {
    template = checkTemplateSend(simulation, phoneNumber, { content: message.template, addressedAs });
  });
  return { template, code };
}

function callOf(simulation: Simulation, { app, phoneNumber, graphBody }: TwilioSend): GraphCall<PhoneNumber> {
  return {
    simulation,
    caller: { app, token: '', isAppToken: false, scopes: [] },
    method: 'POST',
    version: defaultVersion,
    node: phoneNumber,
    parameters: graphBody,
    body: graphBody,
    file: undefined,
    stream: undefined,
    headers: {},
    pathParameters: {},
  };
}

/** Twilio echoes nothing, so callers put their own key into the address; the ledger knows an attempt by it. */
function firstValueOf(statusCallback: string | undefined): string | undefined {
  if (statusCallback === undefined) return undefined;
  return new URL(statusCallback).searchParams.values().next().value;
}
