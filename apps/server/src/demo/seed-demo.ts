import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelCredentials, Language } from '@renkei/contract';
import type { Clock } from '#platform/clock';
import { newSecret } from '#platform/ids';
import { makeDemoPicture } from './demo-picture.ts';
import { type DemoCustomer, type DemoWorld, demoWorlds } from './demo-text.ts';
import { openSimulatorDoor, type SimulatorDoor } from './simulator-door.ts';

/** The product's own doors, as the first owner may use them. */
export interface DemoNeeds {
  readonly controlUrl: string;
  readonly clock: Clock;
  /** Connects the number; throws when a check fails. */
  readonly connectChannel: (credentials: ChannelCredentials, name: string) => Promise<void>;
  /** Conversation ids by the number of the customer, digits only; what has arrived so far. */
  readonly findConversations: () => Promise<ReadonlyMap<string, string>>;
  readonly sendText: (conversationId: string, text: string) => Promise<void>;
}

/** Made once: a second run adds nothing to the simulator's world but what is missing. */
const phoneNumberId = '407311998800112';
const wabaId = '391827465500918';
const portfolioId = '660099112233';
const appId = '223344556677';
const arrivalWithinMs = 10_000;

/**
 * Makes a ready world for somebody who looks at the product for the first time: a connected number, customers, and
 * conversations that went through the real webhooks and the real send path.
 */
export async function seedDemo(needs: DemoNeeds, language: Language): Promise<void> {
  const world = demoWorlds[language];
  const door = openSimulatorDoor(needs.controlUrl);
  const credentials = await makeSimulatorWorld(door, world);
  await needs.connectChannel(credentials, world.shopName);
  await letCustomersWrite(door, world, needs.clock.now());
  const conversations = await waitForConversations(needs, world.customers);
  for (const { waId, says } of world.customers) {
    const conversationId = conversations.get(waId);
    if (conversationId === undefined) continue;
    for (const { text } of says.filter(({ from }) => from === 'shop'))
      await needs.sendText(conversationId, text);
  }
}

async function makeSimulatorWorld(door: SimulatorDoor, world: DemoWorld): Promise<ChannelCredentials> {
  const { apps } = await door.mergeWorld({
    portfolios: [{ id: portfolioId, name: world.shopName, verificationStatus: 'verified' }],
    apps: [{ id: appId, name: 'Renkei' }],
    wabas: [
      {
        id: wabaId,
        portfolioId,
        name: world.shopName,
        phoneNumbers: [
          { id: phoneNumberId, displayPhoneNumber: world.displayPhoneNumber, verifiedName: world.shopName },
        ],
      },
    ],
    customers: world.customers.map(({ waId, name }) => ({ waId, name })),
  });
  const app = apps.find(({ id }) => id === appId);
  if (app?.accessToken === undefined) throw new Error('The simulator gave no access token.');
  return {
    accessToken: app.accessToken,
    appSecret: app.secret,
    phoneNumberId,
    wabaId,
    verifyToken: newSecret(),
  };
}

/** Texts as of when they would have been written, oldest first; then the pictures, which a phone can only send now. */
async function letCustomersWrite(door: SimulatorDoor, world: DemoWorld, now: Date): Promise<void> {
  const lines = world.customers
    .flatMap(({ waId, says }) => says.map((line) => ({ waId, ...line })))
    .filter(({ from }) => from === 'customer')
    .toSorted((one, other) => other.minutesAgo - one.minutesAgo);
  const texts = lines.filter(({ picture }) => !picture);
  await door.sendInbound(
    texts.map(({ waId, minutesAgo, text }) => ({
      phoneNumberId,
      waId,
      timestamp: now.getTime() - minutesAgo * 60_000,
      type: 'text',
      text: { body: text },
    })),
  );
  for (const { waId, picture, text } of lines) {
    if (picture)
      await door.sendPicture(waId, { phoneNumberId, bytes: await makeDemoPicture(), caption: text });
  }
}

async function waitForConversations(
  needs: DemoNeeds,
  customers: readonly DemoCustomer[],
): Promise<ReadonlyMap<string, string>> {
  const endsAt = needs.clock.monotonicMs() + arrivalWithinMs;
  for (;;) {
    const conversations = await needs.findConversations();
    const complete = customers.every(({ waId }) => conversations.has(waId));
    if (complete || needs.clock.monotonicMs() > endsAt) return conversations;
    await pause(100);
  }
}
