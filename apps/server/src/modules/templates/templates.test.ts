import type { Template } from '@renkei/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSendingHarness, type SendingHarness } from '../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';

let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  world = await createSendingHarness(platform);
  channelId = await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

async function find(name: string): Promise<Template | undefined> {
  const { items } = await world.call('listTemplates', { query: { channelId } });
  return (items as Template[]).find((template) => template.name === name);
}

/** Whatever is told of the account itself goes to the app's own address, not to the override. (Meta, "Webhook overrides") */
async function letAccountEventsCome(): Promise<void> {
  const path = `${world.simulator.url}/v25.0/${world.wabaId}/subscribed_apps`;
  const headers = { authorization: `Bearer ${world.credentials.accessToken}` };
  const answer = (await (await fetch(path, { headers })).json()) as {
    readonly data: readonly {
      readonly whatsapp_business_api_data: { readonly id: string };
      readonly override_callback_uri: string;
    }[];
  };
  const [subscribed] = answer.data;
  if (!subscribed) throw new Error('Nothing is subscribed');
  const { whatsapp_business_api_data: app, override_callback_uri: callbackUrl } = subscribed;
  await world.simulator.control.mergeWorld({ apps: [{ id: app.id, callbackUrl }] });
}

async function change(method: 'POST' | 'DELETE', path: string, body?: object): Promise<{ id?: string }> {
  const response = await fetch(`${world.simulator.url}/v25.0/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${world.credentials.accessToken}`,
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { id?: string };
}

describe('the templates of an account', () => {
  it('come with everything they need when a number is connected', async () => {
    expect(await find('sample_cards')).toMatchObject({
      sendable: true,
      problem: null,
      body: { variables: ['1'] },
      cards: [
        {
          header: { format: 'image' },
          body: { variables: ['1'] },
          buttons: [
            { type: 'quick_reply', takes: { type: 'quick_reply', required: false } },
            { type: 'url', takes: { type: 'url', required: true } },
          ],
        },
        {},
      ],
    });
    expect(await find('sample_coupon')).toMatchObject({
      header: { format: 'image' },
      offer: { text: 'Today only', hasExpiration: true },
      buttons: [{ type: 'copy_code', takes: { type: 'copy_code', required: true } }],
    });
    expect(await find('sample_code')).toMatchObject({ isAuthentication: true, buttons: [{ takes: null }] });
  });

  it('follow what webhooks tell: a new one appears, and its review is shown', async () => {
    await letAccountEventsCome();
    await change('POST', `${world.wabaId}/message_templates`, {
      name: 'parcel_left',
      language: 'en',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Hello {{1}}, your parcel has left our house this morning.',
          example: { body_text: [['Amara']] },
        },
      ],
    });
    await world.simulator.control.moveClock({ advanceMs: 25 * 3_600_000 });
    const template = await waitFor(async () => {
      const found = await find('parcel_left');
      return found?.status === 'APPROVED' ? found : undefined;
    });
    await world.simulator.control.moveClock({ offsetMs: 0 });
    expect(template).toMatchObject({ sendable: true, body: { variables: ['1'] } });
  });

  it('say why they cannot be sent', async () => {
    await world.simulator.control.mergeWorld({
      wabas: [
        {
          id: world.wabaId,
          templates: [
            {
              name: 'too_loud',
              language: 'en',
              category: 'MARKETING',
              status: 'REJECTED',
              components: [{ type: 'BODY', text: 'BUY NOW' }],
            },
          ],
        },
      ],
    });
    await world.call('refreshChannel', { params: { channelId } });
    expect(await find('too_loud')).toMatchObject({
      sendable: false,
      problem: { code: 'template_not_sendable', detail: { en: expect.stringContaining('refused') } },
    });
  });
});
