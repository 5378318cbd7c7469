import { setTimeout as pause } from 'node:timers/promises';
import type { CloudApiCredentials, Language } from '@renkei/contract';
import type { Clock } from '#platform/clock';
import { makeDemoPicture } from './demo-picture.ts';
import { type DemoCustomer, type DemoLine, type DemoWorld, demoWorlds } from './demo-text.ts';
import {
  enableCalls,
  listenToAccount,
  makeSimulatorWorld,
  type SimulatorWorld,
} from './make-simulator-world.ts';
import { openSimulatorDoor, type SimulatorDoor } from './simulator-door.ts';

/** The product's own doors, as the first owner may use them. */
export interface DemoNeeds {
  readonly controlUrl: string;
  readonly clock: Clock;
  /** Connects the number; throws when a check fails. */
  readonly connectChannel: (
    credentials: CloudApiCredentials,
    name: string,
  ) => Promise<{ readonly webhookUrl: string }>;
  /** Conversation ids by the number of the customer, digits only; what has arrived so far. */
  readonly findConversations: () => Promise<ReadonlyMap<string, string>>;
  readonly sendText: (conversationId: string, text: string) => Promise<void>;
  /** Notes that everybody who has written agreed to marketing, so that every template can be tried. */
  readonly noteConsents: (evidence: string) => Promise<void>;
}

const arrivalWithinMs = 10_000;

/**
 * Makes a ready world for somebody who looks at the product for the first time: connected numbers, customers, and
 * conversations that went through the real webhooks and the real send path.
 */
export async function seedDemo(needs: DemoNeeds, language: Language): Promise<void> {
  const world = demoWorlds[language];
  const door = openSimulatorDoor(needs.controlUrl);
  const numbers = await makeSimulatorWorld(door, language);
  const { webhookUrl } = await needs.connectChannel(numbers.shop, world.shopName);
  await needs.connectChannel(numbers.branch, world.branch.name);
  await listenToAccount(door, webhookUrl);
  await enableCalls(door, numbers.shop);
  await letCustomersWrite(door, world, numbers, needs.clock.now());
  const conversations = await waitForConversations(needs, world.customers);
  await needs.noteConsents(world.consentEvidence);
  for (const line of linesOf(world)) {
    const conversationId = conversations.get(line.waId);
    if (line.from === 'shop' && conversationId !== undefined) await needs.sendText(conversationId, line.text);
    if (line.from === 'app')
      await door.writeInBusinessApp(numbers.branch.phoneNumberId, line.waId, line.text);
  }
}

interface SpokenLine extends DemoLine {
  readonly waId: string;
  readonly to: keyof SimulatorWorld;
}

function linesOf({ customers }: DemoWorld): readonly SpokenLine[] {
  return customers.flatMap(({ waId, writesTo = 'shop' as const, says }) =>
    says.map((line) => ({ ...line, waId, to: writesTo })),
  );
}

/** Texts as of when they would have been written, oldest first; then the pictures, which a phone can only send now. */
async function letCustomersWrite(
  door: SimulatorDoor,
  world: DemoWorld,
  numbers: SimulatorWorld,
  now: Date,
): Promise<void> {
  const lines = linesOf(world)
    .filter(({ from }) => from === 'customer')
    .toSorted((one, other) => other.minutesAgo - one.minutesAgo);
  const texts = lines.filter(({ picture }) => !picture);
  await door.sendInbound(
    texts.map(({ waId, to, minutesAgo, text }) => ({
      phoneNumberId: numbers[to].phoneNumberId,
      waId,
      timestamp: now.getTime() - minutesAgo * 60_000,
      type: 'text',
      text: { body: text },
    })),
  );
  for (const { waId, to, picture, text } of lines) {
    if (!picture) continue;
    const { phoneNumberId } = numbers[to];
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
