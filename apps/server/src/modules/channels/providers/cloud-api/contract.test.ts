import { type Simulator, startSimulator } from '@renkei/simulator';
import { afterAll } from 'vitest';
import { openSampleGroup, prepareSampleAccount, sampleCatalog } from '../../../../../test/sample-account.ts';
import { sampleTemplates } from '../../../../../test/sample-templates.ts';
import { describeProvider } from '../../contract.suite.ts';
import type { Provider } from '../../port.ts';
import { createCloudApiProvider } from './index.ts';

const firstCustomer = 819_012_345_000;
let simulator: Simulator | undefined;
let provider: Provider | undefined;

afterAll(async () => {
  await provider?.close();
  await simulator?.stop();
});

describeProvider('cloud-api', async () => {
  const running = await startSimulator({ seed: 5 });
  simulator = running;
  const { control } = running;
  const app = {
    secret: 'app-secret',
    accessToken: 'EAAtoken',
    verifyToken: 'verify-token-1234',
    fields: ['messages', 'calls'],
  };
  const world = await control.mergeWorld({
    wabas: [
      {
        phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100', isOfficial: true }],
        marketingMessagesStatus: 'ONBOARDED',
        templates: [...sampleTemplates],
        catalog: sampleCatalog,
      },
    ],
    apps: [app],
  });
  const wabaId = world.wabas[0]?.id ?? '';
  const phoneNumberId = world.wabas[0]?.phoneNumbers[0]?.id ?? '';
  const account = { graphUrl: running.url, accessToken: app.accessToken, wabaId, phoneNumberId };
  let customers = 0;
  const openCustomer = async () => {
    customers += 1;
    const [phone, userId] = [`${firstCustomer + customers}`, `JP.2048193756028441${customers}`];
    await control.mergeWorld({ customers: [{ waId: phone, userId }] });
    const message = { phoneNumberId, waId: phone, type: 'text', text: { body: 'hi' } };
    const { ids } = await control.sendInbound([message]);
    return { phone, userId, messageId: ids[0] ?? '' };
  };
  const cloudApi = createCloudApiProvider({
    graphUrl: running.url,
    graphVersion: 'v25.0',
    now: () => new Date(),
  });
  provider = cloudApi;
  const { accessToken, secret: appSecret, verifyToken } = app;
  const rest = { appSecret, phoneNumberId, wabaId, phoneNumber: '81355500100', settings: {}, webhookUrl: '' };
  return {
    provider: cloudApi,
    client: cloudApi.connect({ accessToken, ...rest }),
    unauthorised: cloudApi.connect({ accessToken: 'EAAwrong', ...rest }),
    openCustomer,
    async openGroup() {
      const { phone } = await openCustomer();
      const groupId = await openSampleGroup(account, phone);
      const message = { phoneNumberId, waId: phone, groupId, type: 'text', text: { body: 'hi' } };
      const { ids } = await control.sendInbound([message]);
      return { groupId, messageId: ids[0] ?? '' };
    },
    product: {
      catalogId: sampleCatalog.id,
      productId: 'mug-01',
      name: 'Mug mug-01',
      price: { currency: 'JPY', amountMicros: 1_200_000_000 },
    },
    flow: await prepareSampleAccount(account),
    credentials: { accessToken, phoneNumberId, wabaId, appSecret, verifyToken },
    async countAccepted(key) {
      const { sends } = await control.listSends();
      return sends.filter(({ attemptKey }) => attemptKey === key).length;
    },
  };
});
