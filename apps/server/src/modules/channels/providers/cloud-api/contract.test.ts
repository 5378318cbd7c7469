import { type Simulator, startSimulator } from '@renkei/simulator';
import { afterAll } from 'vitest';
import { publishSampleFlow, sampleCatalog, sampleTemplates } from '../../../../../test/sample-contents.ts';
import { describeProvider } from '../../contract.suite.ts';
import type { Provider } from '../../port.ts';
import { createCloudApiProvider } from './index.ts';

const customerPhone = '819012345678';
const customerUserId = 'JP.20481937560284417735';
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
  // One customer gets all of them.
  await control.setSettings({ rates: { pairBurst: 1_000 } });
  const app = { secret: 'app-secret', accessToken: 'EAAtoken', verifyToken: 'verify-token-1234' };
  const world = await control.mergeWorld({
    wabas: [
      {
        phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100' }],
        templates: [...sampleTemplates],
        catalog: sampleCatalog,
      },
    ],
    apps: [app],
    customers: [{ waId: customerPhone, userId: customerUserId }],
  });
  const wabaId = world.wabas[0]?.id ?? '';
  const phoneNumberId = world.wabas[0]?.phoneNumbers[0]?.id ?? '';
  const { ids } = await control.sendInbound([
    { phoneNumberId, waId: customerPhone, type: 'text', text: { body: 'hi' } },
  ]);
  const cloudApi = createCloudApiProvider({
    graphUrl: running.url,
    graphVersion: 'v25.0',
    now: () => new Date(),
  });
  provider = cloudApi;
  const { accessToken, secret: appSecret, verifyToken } = app;
  return {
    provider: cloudApi,
    client: cloudApi.connect({ accessToken, appSecret, phoneNumberId, wabaId }),
    unauthorised: cloudApi.connect({ accessToken: 'EAAwrong', appSecret, phoneNumberId, wabaId }),
    customerPhone,
    customerUserId,
    groupId: undefined,
    flow: await publishSampleFlow(running.url, app.accessToken, wabaId),
    inboundMessageId: ids[0] ?? '',
    credentials: { accessToken, phoneNumberId, wabaId, appSecret, verifyToken },
    async countAccepted(key) {
      const { sends } = await control.listSends();
      return sends.filter(({ attemptKey }) => attemptKey === key).length;
    },
  };
});
