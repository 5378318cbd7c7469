import type { App, PhoneNumber } from '../world/entities.ts';
import type { Entities } from '../world/records/entities.ts';
import type { ResellerAccount } from '../world/resellers/reseller-account.ts';
import type { Random } from '../world/time/random.ts';
import type { World } from '../world/world.ts';
import type { ResellerInput } from './world-input.ts';

interface Context {
  readonly world: World;
  readonly random: Random;
}

/** The same entities with accounts at resellers, and numbers that live there from now on. */
export function mergeResellers(
  { world, random }: Context,
  entities: Entities,
  inputs: readonly ResellerInput[],
): Entities {
  const apps = new Map((entities.apps ?? []).map((app) => [app.id, app]));
  const numbers = new Map((entities.phoneNumbers ?? []).map((number) => [number.id, number]));
  for (const input of inputs) {
    const app = input.kind === 'meta' ? undefined : mergeAccount(world, random, input);
    if (app) apps.set(app.id, app);
    const ids = input.kind === 'dialog360' ? [input.phoneNumberId] : input.phoneNumberIds;
    for (const id of ids) {
      const number: PhoneNumber | undefined = numbers.get(id) ?? world.phoneNumbers.get(id);
      if (number) numbers.set(id, { ...number, resellerAppId: app?.id });
    }
  }
  return { ...entities, apps: [...apps.values()], phoneNumbers: [...numbers.values()] };
}

type AccountInput = Exclude<ResellerInput, { kind: 'meta' }>;

function mergeAccount(world: World, random: Random, input: AccountInput): App {
  const before = [...world.apps.values()].find(({ reseller }) => keyOf(reseller) === keyOf(input));
  return {
    id: random.digits(15),
    name: input.kind === 'twilio' ? 'Simulated Twilio account' : 'Simulated 360dialog channel',
    secret: random.hex(32).toLowerCase(),
    fields: ['messages'],
    webhookVersion: 'v25.0',
    requireAppSecretProof: false,
    ...before,
    reseller: accountOf(random, input, before?.reseller),
  };
}

function accountOf(
  random: Random,
  input: AccountInput,
  before: ResellerAccount | undefined,
): ResellerAccount {
  if (input.kind === 'dialog360') {
    return { ...input, webhookHeaders: before?.kind === 'dialog360' ? before.webhookHeaders : {} };
  }
  const { phoneNumberIds, ...account } = input;
  const known = before?.kind === 'twilio' ? before.senders : [];
  const added = phoneNumberIds.filter((id) => !known.some(({ phoneNumberId }) => phoneNumberId === id));
  const senders = added.map((phoneNumberId) => ({ sid: `XE${random.hex(32).toLowerCase()}`, phoneNumberId }));
  return { ...account, senders: [...known, ...senders] };
}

function keyOf(account: ResellerAccount | AccountInput | undefined): string | undefined {
  return account?.kind === 'twilio' ? account.accountSid : account?.apiKey;
}
