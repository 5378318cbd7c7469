import { signBody } from '@renkei/graph-api';
import { z } from 'zod';
import type { Simulation } from '../../simulation.ts';
import type { JsonObject } from '../entities.ts';
import { settingsOf } from '../numbers/settings-of.ts';
import { encryptExchange } from './encrypt-exchange.ts';
import type { Flow } from './flow.ts';
import { noteExchange } from './flow-health.ts';
import { postText } from './post-text.ts';

/** What WhatsApp asks a flow's endpoint while somebody plays the flow. */
export interface FlowDataRequest {
  readonly action: 'INIT' | 'data_exchange' | 'BACK' | 'navigate' | 'ping';
  readonly screen?: string;
  readonly data?: JsonObject;
  readonly flowToken?: string;
}

/** What became of it. Only `screen` and `finished` go on; the others are shown to the person. */
export type FlowDataAnswer =
  | { readonly outcome: 'screen'; readonly screen: string; readonly data: JsonObject }
  | { readonly outcome: 'finished'; readonly params: JsonObject }
  | { readonly outcome: 'active' }
  /** 427: the flow's token is no longer valid. */
  | { readonly outcome: 'expired'; readonly message: string | undefined }
  | { readonly outcome: 'failed'; readonly reason: FlowFailure; readonly httpStatus?: number };

export type FlowFailure =
  | 'no_endpoint'
  | 'no_public_key'
  | 'unreachable'
  | 'timeout'
  /** 421 twice: the endpoint cannot decrypt. */
  | 'not_decrypted'
  /** 432: it does not accept the signature. */
  | 'signature'
  | 'http_status'
  | 'bad_answer';

const answerSchema = z.union([
  z.object({
    screen: z.literal('SUCCESS'),
    data: z.object({
      extension_message_response: z.object({ params: z.record(z.string(), z.unknown()) }),
    }),
  }),
  z.object({ screen: z.string(), data: z.record(z.string(), z.unknown()).default({}) }),
  z.object({ data: z.object({ status: z.literal('active') }) }),
  z.object({ data: z.object({ acknowledged: z.boolean() }) }),
]);

/**
 * Asks the endpoint of a flow as WhatsApp does: encrypted with the number's public key, signed with the app's secret,
 * once more with the key read anew after 421. Never throws: the outcome says what happened.
 */
export async function exchangeFlowData(
  simulation: Asking,
  flow: Flow,
  phoneNumberId: string,
  request: FlowDataRequest,
): Promise<FlowDataAnswer> {
  const startedAt = performance.now();
  const first = await ask(simulation, flow, phoneNumberId, request);
  const isRefetched = first.outcome === 'failed' && first.reason === 'not_decrypted';
  const answer = isRefetched ? await ask(simulation, flow, phoneNumberId, request) : first;
  noteExchange(simulation, flow, {
    at: simulation.clock.now(),
    durationMs: Math.round(performance.now() - startedAt),
    error: answer.outcome === 'failed' ? errorTypes[answer.reason] : undefined,
  });
  return answer;
}

type Asking = Pick<Simulation, 'world' | 'random' | 'clock' | 'commit'>;

/** Names for `flows` webhooks; what is not the endpoint's fault has none. */
const errorTypes: { readonly [Reason in FlowFailure]?: string } = {
  unreachable: 'NO_HTTP_RESPONSE_ERROR',
  timeout: 'TIMEOUT',
  not_decrypted: 'UNEXPECTED_HTTP_STATUS_CODE',
  signature: 'UNEXPECTED_HTTP_STATUS_CODE',
  http_status: 'UNEXPECTED_HTTP_STATUS_CODE',
  bad_answer: 'PAYLOAD_SCHEMA_ERROR',
};

async function ask(
  simulation: Asking,
  flow: Flow,
  phoneNumberId: string,
  request: FlowDataRequest,
): Promise<FlowDataAnswer> {
  const { world, random } = simulation;
  const key = settingsOf(world, phoneNumberId).encryptionKey;
  if (!flow.endpointUri) return failed('no_endpoint');
  if (!key) return failed('no_public_key');
  const bytes = (length: number) => Buffer.from(random.hex(length * 2), 'hex');
  const exchange = encryptExchange(key.pem, payloadOf(request), { key: bytes(16), vector: bytes(16) });
  const answer = await post(simulation, flow, JSON.stringify(exchange.body));
  if ('outcome' in answer) return answer;
  const { status, text } = answer;
  if (status === 421) return failed('not_decrypted', status);
  if (status === 432) return failed('signature', status);
  if (status === 427) return { outcome: 'expired', message: readExpiry(text, exchange.decryptAnswer) };
  if (status !== 200) return failed('http_status', status);
  return readAnswer(text, exchange.decryptAnswer);
}

function payloadOf({ action, screen, data, flowToken }: FlowDataRequest): JsonObject {
  return {
    version: '3.0',
    action,
    ...(screen === undefined ? {} : { screen }),
    ...(data === undefined ? {} : { data }),
    ...(flowToken === undefined ? {} : { flow_token: flowToken }),
  };
}

async function post({ world }: Pick<Simulation, 'world'>, flow: Flow, body: string) {
  const secret = world.apps.get(flow.applicationId ?? '')?.secret ?? '';
  try {
    return await postText(flow.endpointUri ?? '', body, {
      headers: {
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signBody(secret, Buffer.from(body)),
      },
      timeoutMs: world.settings.graph.flowTimeoutMs,
    });
  } catch (error) {
    const isTimeout = error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name);
    return failed(isTimeout ? 'timeout' : 'unreachable');
  }
}

function readAnswer(text: string, decrypt: (text: string) => unknown): FlowDataAnswer {
  const parsed = answerSchema.safeParse(tryDecrypt(text, decrypt));
  if (!parsed.success) return failed('bad_answer', 200);
  const answer = parsed.data;
  if (!('screen' in answer)) return { outcome: 'active' };
  if ('extension_message_response' in answer.data) {
    const { extension_message_response: response } = answer.data;
    const params = z.object({ params: z.record(z.string(), z.unknown()) }).safeParse(response);
    if (answer.screen === 'SUCCESS' && params.success)
      return { outcome: 'finished', params: params.data.params };
  }
  return { outcome: 'screen', screen: answer.screen, data: answer.data };
}

/** The message of a 427 comes encrypted in Meta's sample; a clear one is read too. */
function readExpiry(text: string, decrypt: (text: string) => unknown): string | undefined {
  const schema = z.object({ error_msg: z.string() });
  const clear = schema.safeParse(tryDecrypt(text, decrypt) ?? tryDecrypt(text, JSON.parse));
  return clear.success ? clear.data.error_msg : undefined;
}

function tryDecrypt(text: string, decrypt: (text: string) => unknown): unknown {
  try {
    return decrypt(text);
  } catch {
    // Not encrypted with our key, or no JSON inside: the caller calls it a bad answer.
    return undefined;
  }
}

function failed(reason: FlowFailure, httpStatus?: number): Extract<FlowDataAnswer, { outcome: 'failed' }> {
  return { outcome: 'failed', reason, ...(httpStatus === undefined ? {} : { httpStatus }) };
}
