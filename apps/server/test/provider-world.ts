import { type SimulatorControl, startSimulator } from '@renkei/simulator';
import type { Provider, ProviderAccount, ProviderClient, ProviderProduct } from '#modules/channels';
import { openSampleGroup, prepareSampleAccount, sampleCatalog } from './sample-account.ts';
import { sampleTemplates } from './sample-templates.ts';
import { listenToWebhooks, type WebhookListener } from './webhook-listener.ts';

/** Somebody who has just written, so that the window is open. */
export interface Customer {
  readonly phone: string;
  /** The business-scoped user id. */
  readonly userId: string;
  /** What they have written. */
  readonly messageId: string;
}

/**
 * A provider with a number whose account has the templates, catalog and Flow of test/sample-contents.ts, customers, and a
 * way to look at what the provider has accepted.
 */
export interface ProviderWorld {
  readonly provider: Provider;
  readonly client: ProviderClient;
  /** The same number with a token that is not accepted. */
  readonly unauthorised: ProviderClient;
  /** The same number where nobody answers. */
  readonly unreachable: ProviderClient;
  /** The number as the provider names it in webhooks. */
  readonly account: { readonly phoneNumberId: string };
  readonly control: SimulatorControl;
  readonly simulatorUrl: string;
  /** Hears the webhooks of the number. */
  readonly listener: WebhookListener;
  /** The number in the simulator's world. */
  readonly numberAtMeta: string;
  /** Somebody new who has just written, so that the window is open. */
  openCustomer(): Promise<Customer>;
  /** Somebody who has never written. */
  newCustomer(): Promise<Omit<Customer, 'messageId'>>;
  /** A published Flow of the account. */
  readonly flow: { readonly id: string; readonly name: string };
  /** A product of the connected catalog. */
  readonly product: Pick<ProviderProduct, 'catalogId' | 'productId' | 'name' | 'price'>;
  /** A group of the number in which somebody has just written; undefined: the provider has no groups. */
  openGroup?(): Promise<{ readonly groupId: string; readonly messageId: string }>;
  readonly credentials: Parameters<Provider['checkCredentials']>[0];
  /** How many messages with this attempt key were accepted. */
  countAccepted(attemptKey: string): Promise<number>;
  close(): Promise<void>;
}

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
