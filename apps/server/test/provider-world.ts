import { type SimulatorControl, startSimulator } from '@renkei/simulator';
import type { Provider, ProviderAccount } from '#modules/channels';
import type { ProviderWorld } from '../src/modules/channels/contract.suite.ts';
import { openSampleGroup, prepareSampleAccount, sampleCatalog } from './sample-account.ts';
import { sampleTemplates } from './sample-templates.ts';
import { listenToWebhooks } from './webhook-listener.ts';

/** One number at the simulator, of an account with everything that the samples name. */
interface NumberAtSimulator {
  readonly url: string;
  readonly control: SimulatorControl;
  readonly wabaId: string;
  readonly phoneNumberId: string;
}

interface ProviderAtSimulator {
  readonly seed: number;
  /** Moves the number to where it is to be, and says with which values it is connected. */
  settle(number: NumberAtSimulator): Promise<ProviderWorld['credentials']>;
  /** The provider with the simulator at this address. */
  create(url: string): Provider;
}

export const sampleApp = {
  secret: 'app-secret',
  accessToken: 'EAAtoken',
  verifyToken: 'verify-token-1234',
  fields: ['messages', 'calls'],
};

const firstCustomer = 819_012_345_000;
/** Nobody listens there. */
const silentUrl = 'http://127.0.0.1:9';

/** The world of the suite for one provider; `close` ends all of it. */
export async function openProviderWorld({
  seed,
  settle,
  create,
}: ProviderAtSimulator): Promise<ProviderWorld> {
  const simulator = await startSimulator({ seed });
  const { control, url } = simulator;
  await control.setSettings({ statusDelayMs: { min: 0, max: 1 } });
  const world = await control.mergeWorld({
    wabas: [
      {
        phoneNumbers: [{ displayPhoneNumber: '+81 3-5550-0100', isOfficial: true }],
        marketingMessagesStatus: 'ONBOARDED',
        templates: [...sampleTemplates],
        catalog: sampleCatalog,
      },
    ],
    apps: [sampleApp],
  });
  const wabaId = world.wabas[0]?.id ?? '';
  const phoneNumberId = world.wabas[0]?.phoneNumbers[0]?.id ?? '';
  const account = { graphUrl: url, accessToken: sampleApp.accessToken, wabaId, phoneNumberId };
  const flow = await prepareSampleAccount(account);
  const credentials = await settle({ url, control, wabaId, phoneNumberId });
  const provider = create(url);
  const nowhere = create(silentUrl);
  const identity = await provider.identify(credentials);
  const listener = await listenToWebhooks(provider.name, identity);
  const connect = (at: Provider, accessToken = identity.accessToken) =>
    at.connect({ ...atCaller(identity), accessToken, webhookUrl: listener.url });
  const client = connect(provider);
  await client.subscribe({ ...identity, url: listener.url });
  let customers = 0;
  const openCustomer = async () => {
    const customer = await newCustomer();
    const { ids } = await control.sendInbound([
      { phoneNumberId, waId: customer.phone, type: 'text', text: { body: 'hi' } },
    ]);
    return { ...customer, messageId: ids[0] ?? '' };
  };
  async function newCustomer() {
    customers += 1;
    const [phone, userId] = [`${firstCustomer + customers}`, `JP.2048193756028441${customers}`];
    await control.mergeWorld({ customers: [{ waId: phone, userId, name: 'Hanako' }] });
    return { phone, userId };
  }
  return {
    provider,
    client,
    unauthorised: connect(provider, 'wrong'),
    unreachable: connect(nowhere),
    account: { phoneNumberId: identity.phoneNumberId },
    control,
    simulatorUrl: url,
    listener,
    numberAtMeta: phoneNumberId,
    openCustomer,
    newCustomer,
    ...(provider.capabilities.groupKinds.length > 0
      ? {
          async openGroup() {
            const { phone } = await openCustomer();
            const groupId = await openSampleGroup(account, phone);
            const message = { phoneNumberId, waId: phone, groupId, type: 'text', text: { body: 'hi' } };
            const { ids } = await control.sendInbound([message]);
            return { groupId, messageId: ids[0] ?? '' };
          },
        }
      : {}),
    product: {
      catalogId: sampleCatalog.id,
      productId: 'mug-01',
      name: 'Mug mug-01',
      price: { currency: 'JPY', amountMicros: 1_200_000_000 },
    },
    flow,
    credentials,
    async countAccepted(key) {
      const { sends } = await control.listSends();
      return sends.filter(({ attemptKey }) => attemptKey === key).length;
    },
    async close() {
      await provider.close();
      await nowhere.close();
      await simulator.stop();
      await listener.close();
    },
  };
}

function atCaller({ phoneNumberId, wabaId, phoneNumber, settings, signingSecret }: ProviderAccount) {
  return { phoneNumberId, wabaId, phoneNumber, settings, appSecret: signingSecret };
}
