import type { AppInput, CustomerInput } from '../control/world-input.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../main.ts';
import type { PhoneChat } from '../phone/phone-view.ts';
import { startWebhookReceiver, type WebhookReceiver } from './webhook-receiver.ts';

export const customer = {
  waId: '819012345678',
  name: '佐藤 花子',
  userId: 'JP.20481937560284417735',
} as const;
const businessNumber = '+81 3-5550-0100';
export const appSecret = 'app-secret-of-the-test';
export const accessToken = 'EAAtesttoken';
export const verifyToken = 'verify-token-of-the-test';

/** The keys tests read of the many answers; which of them are there depends on the call. */
export interface AnswerBody {
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly mediaId: string;
  readonly file_size: number;
  readonly error: {
    readonly code: number;
    readonly message: string;
    readonly type: string;
    readonly error_subcode?: number;
    readonly fbtrace_id: string;
  };
  readonly contacts: unknown;
  readonly messages: readonly [{ readonly id: string; readonly message_status?: string }];
  readonly data: readonly [ListEntry, ...ListEntry[]];
  readonly paging?: { readonly next?: string; readonly cursors: unknown };
  readonly webhook_configuration: { readonly phone_number?: string };
  readonly chats: readonly [PhoneChat];
}

interface ListEntry {
  readonly name: string;
  readonly language: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

/** A simulator with one shop, one number, one customer, and a webhook endpoint that is subscribed. */
export interface TestWorld {
  readonly simulator: Simulator;
  readonly receiver: WebhookReceiver;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly appId: string;
  /** A Graph call with the shop's token; `token: null` sends none. */
  graph(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>;
  /** A call of the phone API. */
  phone(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Sends a free-form text to the customer. */
  sendText(body: string, more?: object): Promise<Answer>;
  /** The customer writes, which opens the window; resolves when it has arrived. */
  openWindow(): Promise<string>;
  stop(): Promise<void>;
}

export interface TestWorldOptions extends SimulatorOptions {
  readonly customers?: CustomerInput[];
  readonly app?: AppInput;
}

export async function startTestWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const { customers = [customer], app, ...simulatorOptions } = options;
  const receiver = await startWebhookReceiver({ secret: appSecret, verifyToken });
  const simulator = await startSimulator({ seed: 7, ...simulatorOptions });
  await simulator.control.setSettings({
    statusDelayMs: { min: 0, max: 1 },
    webhooks: { retryDelaysMs: [5] },
  });
  const world = await simulator.control.mergeWorld({
    wabas: [{ name: 'Riverside Studio', phoneNumbers: [{ displayPhoneNumber: businessNumber }] }],
    apps: [{ secret: appSecret, accessToken, verifyToken, callbackUrl: receiver.url, ...app }],
    customers,
  });
  const [waba] = world.wabas;
  const [phoneNumber] = waba?.phoneNumbers ?? [];
  const [createdApp] = world.apps;
  if (!waba || !phoneNumber || !createdApp) throw new Error('The world was not created');
  const phone = (method: string, path: string, body?: unknown) => call(simulator.url + path, method, body);
  const graph = (method: string, path: string, body?: unknown, token: string | null = accessToken) =>
    call(simulator.url + path, method, body, token === null ? {} : { authorization: `Bearer ${token}` });
  return {
    simulator,
    receiver,
    phoneNumberId: phoneNumber.id,
    wabaId: waba.id,
    appId: createdApp.id,
    graph,
    phone,
    sendText: (body, more) =>
      graph('POST', `/v25.0/${phoneNumber.id}/messages`, {
        messaging_product: 'whatsapp',
        to: `+${customer.waId}`,
        type: 'text',
        text: { body },
        ...more,
      }),
    async openWindow() {
      const message = { phoneNumberId: phoneNumber.id, type: 'text', text: { body: 'hello' } };
      const { body } = await phone('POST', `/phones/${customer.waId}/messages`, message);
      await simulator.control.settle();
      return String(body.id);
    },
    async stop() {
      await simulator.stop();
      await receiver.stop();
    },
  };
}

/** One HTTP call; JSON answers are parsed, others are under `text`. */
export async function call(
  url: string,
  method: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(url, {
    method,
    headers: isForm || body === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
}
