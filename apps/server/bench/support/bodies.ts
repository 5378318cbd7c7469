import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { signBody } from '@renkei/graph-api';
import type { WebhookEndpoint } from '#modules/channels';

/** The one number all benchmarks write to. */
export interface BenchNumber {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly endpointId: string;
  readonly phoneNumberId: string;
  readonly appSecret: string;
}

export function createBenchNumber(): BenchNumber {
  return {
    workspaceId: randomUUID(),
    channelId: randomUUID(),
    endpointId: randomUUID(),
    phoneNumberId: '407311998800112',
    appSecret: 'the-secret-of-a-benchmark',
  };
}

export function endpointOf(number: BenchNumber): WebhookEndpoint {
  const { workspaceId, endpointId, phoneNumberId, channelId } = number;
  const signingKey: KeyObject = createSecretKey(number.appSecret, 'utf8');
  return {
    workspaceId,
    endpointId,
    provider: 'cloud-api',
    signingKey,
    verifyToken: 'a-verify-token-of-a-benchmark',
    phoneNumberIds: new Map([[phoneNumberId, channelId]]),
  };
}

const bodyBytes = 1_200;

/** One text message as Meta sends it, padded to 1.2 kB; `index` makes it and its sender one of many. */
export function createBody(number: BenchNumber, index: number, run: string): Buffer {
  const person = index % 2_000;
  const waId = `81901${String(1_000_000 + person)}`;
  const userId = `JP.${10_000_000_000 + person}`;
  const message = {
    from: waId,
    from_user_id: userId,
    id: `wamid.${run}${String(index).padStart(12, '0')}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: 'text',
    text: { body: `Message ${index} ` },
  };
  const body = () =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '391827465500918',
          changes: [
            {
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '12025550143', phone_number_id: number.phoneNumberId },
                contacts: [{ profile: { name: `Customer ${person}` }, wa_id: waId, user_id: userId }],
                messages: [message],
              },
              field: 'messages',
            },
          ],
        },
      ],
    });
  message.text.body += 'lorem ipsum '.repeat(200).slice(0, Math.max(0, bodyBytes - body().length));
  return Buffer.from(body());
}

/** The whole HTTP request, ready to be written to a socket. */
export function createRequest(number: BenchNumber, body: Buffer): Buffer {
  const head = [
    `POST /webhooks/cloud-api/${number.endpointId} HTTP/1.1`,
    'host: localhost',
    'content-type: application/json',
    `x-hub-signature-256: ${signBody(number.appSecret, body)}`,
    `content-length: ${body.byteLength}`,
    '\r\n',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), body]);
}

export const helloRequest = Buffer.from('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
