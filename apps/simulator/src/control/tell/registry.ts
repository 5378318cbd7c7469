import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { accountTidings } from './accounts.ts';
import { partnerTidings } from './partners.ts';
import { threadTidings } from './threads.ts';
import type { Tiding } from './tidings.ts';

/** Everything `POST /control/tell` knows, by its name. */
const tidings = { ...accountTidings, ...partnerTidings, ...threadTidings } as const;

type Name = keyof typeof tidings;

/** `{ tell: 'account-review', wabaId, decision }`: a name, and what that one needs. */
export type TellInput = {
  readonly [Each in Name]: { readonly tell: Each } & z.input<(typeof tidings)[Each]['schema']>;
}[Name];

const namedSchema = z.looseObject({ tell: z.enum(Object.keys(tidings)) });

/** Tells the apps something of an account, in a few words instead of a webhook's JSON. */
export function tell(simulation: Simulation, body: unknown): { readonly told: string } {
  const { tell: name, ...input } = namedSchema.parse(body);
  // The registry pairs each schema with its own notice; a name from outside cannot say which.
  const { schema, notice } = tidings[name as Name] as unknown as Tiding;
  const parsed = schema.parse(input);
  refuseUnknown(simulation, parsed);
  const built = notice(parsed, simulation);
  notify(simulation, built);
  return { told: built.field };
}

function refuseUnknown({ world }: Simulation, given: Readonly<Record<string, unknown>>): void {
  const places = {
    wabaId: world.wabas,
    phoneNumberId: world.phoneNumbers,
    portfolioId: world.portfolios,
    appId: world.apps,
  };
  for (const [name, entities] of Object.entries(places)) {
    const id = given[name];
    if (typeof id === 'string' && !entities.has(id)) {
      throw new Refusal(404, `Nothing in this world has the ${name} ${id}`);
    }
  }
}
