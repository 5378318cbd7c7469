import type { CloudApiCredentials, Language } from '@renkei/contract';
import { webhookFields } from '@renkei/graph-api';
import { newSecret } from '#platform/ids';
import { demoFlowName, makeDemoFlow } from './demo-flow.ts';
import { demoShops } from './demo-shop.ts';
import { makeDemoTemplates } from './demo-templates.ts';
import { demoWorlds } from './demo-text.ts';
import type { SimulatorDoor } from './simulator-door.ts';

/** Made once: a second run adds nothing to the simulator's world but what is missing. */
const phoneNumberId = '407311998800112';
const branchPhoneNumberId = '407311998800113';
const wabaId = '391827465500918';
const portfolioId = '660099112233';
const appId = '223344556677';
const catalogId = '194836987003835';

export interface SimulatorWorld {
  /** The number that answers by Renkei. */
  readonly shop: CloudApiCredentials;
  /** The number that somebody also answers in the WhatsApp Business app. */
  readonly branch: CloudApiCredentials;
}

/** Numbers, people, a catalog, a published Flow and its templates, all in the language of the first person. */
export async function makeSimulatorWorld(door: SimulatorDoor, language: Language): Promise<SimulatorWorld> {
  const { shopName, displayPhoneNumber, branch, customers } = demoWorlds[language];
  const { apps } = await door.mergeWorld({
    portfolios: [{ id: portfolioId, name: shopName, verificationStatus: 'verified' }],
    apps: [{ id: appId, name: 'Renkei', fields: Object.keys(webhookFields) }],
    wabas: [
      {
        id: wabaId,
        portfolioId,
        name: shopName,
        catalog: makeCatalog(language),
        phoneNumbers: [
          { id: phoneNumberId, displayPhoneNumber, verifiedName: shopName },
          {
            id: branchPhoneNumberId,
            displayPhoneNumber: branch.displayPhoneNumber,
            verifiedName: branch.name,
            onBusinessApp: true,
          },
        ],
      },
    ],
    customers: customers.map(({ waId, name }) => ({ waId, name })),
  });
  const app = apps.find(({ id }) => id === appId);
  if (app?.accessToken === undefined) throw new Error('The simulator gave no access token.');
  const flowId = await publishFlow(door, language, app.accessToken);
  await door.mergeWorld({ wabas: [{ id: wabaId, templates: makeDemoTemplates(language, flowId) }] });
  const shared = { accessToken: app.accessToken, appSecret: app.secret, wabaId, verifyToken: newSecret() };
  return {
    shop: { ...shared, phoneNumberId },
    branch: { ...shared, phoneNumberId: branchPhoneNumberId },
  };
}

/**
 * What Meta tells of accounts and templates goes to the app's own address only, which a person sets in the app's
 * dashboard (Meta: "Webhook overrides", 2026).
 */
export async function listenToAccount(door: SimulatorDoor, callbackUrl: string): Promise<void> {
  await door.mergeWorld({ apps: [{ id: appId, callbackUrl }] });
}

/** Only a number whose app hears of calls can take them: once it is connected. */
export async function enableCalls(door: SimulatorDoor, number: CloudApiCredentials): Promise<void> {
  await door.callGraph(`/${number.phoneNumberId}/settings`, number.accessToken, {
    calling: { status: 'ENABLED' },
  });
}

function makeCatalog(language: Language) {
  const { catalogName, currency, products } = demoShops[language];
  return {
    id: catalogId,
    name: catalogName,
    products: products.map(({ price, ...product }) => ({
      ...product,
      priceMicros: Math.round(price * 1_000_000),
      currency,
    })),
  };
}

async function publishFlow(door: SimulatorDoor, language: Language, accessToken: string): Promise<string> {
  const { id } = await door.callGraph(`/${wabaId}/flows`, accessToken, {
    name: demoFlowName,
    categories: ['APPOINTMENT_BOOKING'],
    flow_json: JSON.stringify(makeDemoFlow(language)),
    publish: true,
  });
  if (id === undefined) throw new Error('The simulator gave the Flow no id.');
  return id;
}
