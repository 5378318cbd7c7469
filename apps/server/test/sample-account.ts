/** What the account of `sample-contents.ts` has at the simulator. */
import type { SampleIds } from './sample-ids.ts';

/** The catalog that `sampleContents` names, as the simulator takes it. */
export const sampleCatalog = {
  id: '1234567890',
  name: 'Mugs',
  products: ['mug-01', 'mug-02', 'mug-03'].map((retailerId) => ({
    retailerId,
    name: `Mug ${retailerId}`,
    priceMicros: 1_200_000_000,
    currency: 'JPY',
  })),
};

/** A form without an endpoint of its own. */
const flowJson = {
  version: '7.2',
  screens: [
    {
      id: 'DAY',
      title: 'Book a visit',
      terminal: true,
      data: {},
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'day', label: 'Day', required: true },
          { type: 'Footer', label: 'Book', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
};

interface SampleAccount {
  readonly graphUrl: string;
  readonly accessToken: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
}

/** Publishes the Flow that `sampleContents` opens, and lets the number be called. */
export async function prepareSampleAccount(account: SampleAccount): Promise<SampleIds['flow']> {
  await post(account, `${account.phoneNumberId}/settings`, { calling: { status: 'ENABLED' } });
  const name = 'booking';
  const { id } = await post(account, `${account.wabaId}/flows`, {
    name,
    categories: ['OTHER'],
    flow_json: JSON.stringify(flowJson),
    publish: true,
  });
  if (id === undefined) throw new Error('No Flow was made');
  return { id, name };
}

/** Makes a group of the number, which must be an official one, and lets a customer join it. Gives the group's id. */
export async function openSampleGroup(account: SampleAccount, waId: string): Promise<string> {
  const path = `${account.phoneNumberId}/groups`;
  await post(account, path, { messaging_product: 'whatsapp', subject: 'Glaze club' });
  const { data } = await get(account, path);
  const id = data?.groups[0]?.id;
  if (id === undefined) throw new Error('No group was made');
  const { invite_link: link } = await get(account, `${id}/invite_link`);
  await call(account, 'POST', `${account.graphUrl}/phones/${waId}/open-link`, { link });
  return id;
}

interface GraphAnswer {
  readonly id?: string;
  readonly invite_link?: string;
  readonly data?: { readonly groups: readonly { readonly id: string }[] };
}

const get = (account: SampleAccount, path: string) =>
  call(account, 'GET', `${account.graphUrl}/v25.0/${path}`);
const post = (account: SampleAccount, path: string, body: object) =>
  call(account, 'POST', `${account.graphUrl}/v25.0/${path}`, body);

async function call(
  { accessToken }: SampleAccount,
  method: string,
  url: string,
  body?: object,
): Promise<GraphAnswer> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${url}: ${await response.text()}`);
  return (await response.json()) as GraphAnswer;
}
