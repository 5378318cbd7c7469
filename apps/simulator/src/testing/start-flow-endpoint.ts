import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  privateDecrypt,
} from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { verifySignature } from '@renkei/graph-api';
import { portOf } from './port-of.ts';

/** What the endpoint was asked, decrypted. */
export interface FlowRequest {
  readonly version: string;
  readonly action: string;
  readonly screen?: string;
  readonly data?: unknown;
  readonly flow_token?: string;
}

export interface FlowEndpoint {
  readonly url: string;
  readonly publicKey: string;
  readonly requests: FlowRequest[];
  /** HTTP statuses for the next requests, used up one by one; 200 after that. */
  readonly nextStatuses: number[];
  stop(): Promise<void>;
}

/** A business's flow endpoint as Meta's sample writes one: RSA-OAEP, AES-128-GCM, inverted vector. */
export async function startFlowEndpoint(options: {
  readonly secret: string;
  readonly answer: (request: FlowRequest) => unknown;
}): Promise<FlowEndpoint> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const requests: FlowRequest[] = [];
  const nextStatuses: number[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const status = nextStatuses.shift() ?? 200;
    if (!verifySignature(options.secret, Buffer.from(body), String(request.headers['x-hub-signature-256']))) {
      return response.writeHead(432).end();
    }
    if (status === 421) return response.writeHead(421).end();
    const sent = JSON.parse(body);
    const key = privateDecrypt(
      { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
      Buffer.from(sent.encrypted_aes_key, 'base64'),
    );
    const vector = Buffer.from(sent.initial_vector, 'base64');
    const data = Buffer.from(sent.encrypted_flow_data, 'base64');
    const decipher = createDecipheriv('aes-128-gcm', key, vector);
    decipher.setAuthTag(data.subarray(-16));
    const clear = Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]);
    const asked: FlowRequest = JSON.parse(clear.toString());
    requests.push(asked);
    const cipher = createCipheriv('aes-128-gcm', key, Buffer.from(vector.map((byte) => ~byte)));
    const clearAnswer = status === 427 ? { error_msg: 'This order is closed' } : options.answer(asked);
    const encrypted = Buffer.concat([
      cipher.update(JSON.stringify(clearAnswer)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return response.writeHead(status, { 'content-type': 'text/plain' }).end(encrypted.toString('base64'));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/flow`,
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    requests,
    nextStatuses,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
