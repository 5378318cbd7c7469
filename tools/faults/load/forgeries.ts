import { createHmac, randomBytes } from 'node:crypto';
import type { Stage } from '../stage/open-stage.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';

/** A request that pretends to come from Meta. None of these is ever answered 200. */
export interface Forgery {
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Victim {
  readonly self: StageWorkspace;
  readonly other: StageWorkspace;
  /** A message that nobody wrote. */
  readonly body: string;
}

const sign = (body: string, secret: string, algorithm = 'sha256') =>
  createHmac(algorithm, secret).update(body).digest('hex');
const signature = (value: string) => ({ 'x-hub-signature-256': value });

/** Ways to be believed without the secret, and ways to use a secret where it is not worth anything. */
const forgers: Readonly<Record<string, (victim: Victim) => Omit<Forgery, 'name'>>> = {
  'no signature': ({ self, body }) => ({ url: self.webhookUrl, body, headers: {} }),
  'an empty signature': ({ self, body }) => ({ url: self.webhookUrl, body, headers: signature('') }),
  'a prefix alone': ({ self, body }) => ({ url: self.webhookUrl, body, headers: signature('sha256=') }),
  'no prefix': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(sign(body, self.appSecret)),
  }),
  'random bytes': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${randomBytes(32).toString('hex')}`),
  }),
  zeros: ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${'0'.repeat(64)}`),
  }),
  'half a signature': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, self.appSecret).slice(0, 32)}`),
  }),
  'a signature and more': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, self.appSecret)}00`),
  }),
  'the signature of another body': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(`${body} `, self.appSecret)}`),
  }),
  'a body changed after signing': ({ self, body }) => ({
    url: self.webhookUrl,
    body: body.replace('nobody', 'noone'),
    headers: signature(`sha256=${sign(body, self.appSecret)}`),
  }),
  'signed with an empty secret': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, '')}`),
  }),
  'signed with the other tenant’s secret': ({ self, other, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, other.appSecret)}`),
  }),
  'signed well, at the other tenant’s door': ({ self, other, body }) => ({
    url: other.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, self.appSecret)}`),
  }),
  'the other tenant’s own secret, naming our number': ({ other, body }) => ({
    url: other.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, other.appSecret)}`),
  }),
  'SHA-1 only': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: { 'x-hub-signature': `sha1=${sign(body, self.appSecret, 'sha1')}` },
  }),
  'SHA-1 under the new name': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha1=${sign(body, self.appSecret, 'sha1')}`),
  }),
  'SHA-512 under the new name': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, self.appSecret, 'sha512')}`),
  }),
  'the signature in the address': ({ self, body }) => ({
    url: `${self.webhookUrl}?x-hub-signature-256=sha256=${sign(body, self.appSecret)}`,
    body,
    headers: {},
  }),
  'two signatures, the first wrong': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${'0'.repeat(64)}, sha256=${sign(body, self.appSecret)}`),
  }),
  'a door that does not exist': ({ self, body }) => ({
    url: self.webhookUrl.replace(/[0-9a-f]{12}$/, '000000000000'),
    body,
    headers: signature(`sha256=${sign(body, self.appSecret)}`),
  }),
  'the verify token as the secret': ({ self, body }) => ({
    url: self.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, `faults-verify-token-${self.name}`)}`),
  }),
};

/** One forgery of each kind against each tenant, until there are enough. The ids they name are noted. */
export function makeForgeries({ workspaces: [a, b], record }: Stage, count: number): readonly Forgery[] {
  const kinds = Object.entries(forgers);
  return Array.from({ length: count }, (_, index): Forgery => {
    const [name, forge] = kinds[index % kinds.length] ?? ['', forgers['no signature']];
    if (!forge) throw new Error('There are no forgers.');
    const isOfA = Math.floor(index / kinds.length) % 2 === 0;
    const [self, other] = isOfA ? [a, b] : [b, a];
    const id = `wamid.forged${randomBytes(12).toString('hex')}`;
    record.forged.push(id);
    return { name, ...forge({ self, other, body: messageBody(self, id) }) };
  });
}

function messageBody(self: StageWorkspace, id: string): string {
  const from = self.customer(0);
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: self.wabaId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '12025550143', phone_number_id: self.phoneNumberId },
              contacts: [{ profile: { name: 'nobody' }, wa_id: from }],
              messages: [
                {
                  from,
                  id,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  type: 'text',
                  text: { body: 'nobody' },
                },
              ],
            },
          },
        ],
      },
    ],
  });
}

/** As Meta posts it, with a signature that is good. */
export function signedRequest(workspace: StageWorkspace, body: string): Omit<Forgery, 'name'> {
  return {
    url: workspace.webhookUrl,
    body,
    headers: signature(`sha256=${sign(body, workspace.appSecret)}`),
  };
}

/** Gives the status of the answer. */
export async function post({ url, body, headers }: Omit<Forgery, 'name'>): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  await response.arrayBuffer();
  return response.status;
}
