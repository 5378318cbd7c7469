import type { Simulation } from '../../simulation.ts';
import type { Portfolio, Waba } from '../entities.ts';
import { Problem } from '../problem.ts';
import { shippedTemplates } from '../templates/shipped/shipped-templates.ts';

/** An asset that is there, or one to be created. */
export type Choice = { readonly id: string } | { readonly name: string };

export interface AccountChoice {
  readonly portfolio: Choice;
  readonly waba: Choice;
  readonly country?: string | undefined;
  readonly currency?: string | undefined;
}

/** The portfolio and the account a sign-up is about, created where the person asked for a new one. Throws a `Problem`. */
export function chooseAccount(simulation: Simulation, choice: AccountChoice): Waba {
  const { world, random, commit } = simulation;
  const portfolio = choosePortfolio(simulation, choice.portfolio);
  if ('id' in choice.waba) {
    const waba = world.wabas.get(choice.waba.id);
    if (waba?.portfolioId === portfolio.id) return waba;
    throw new Problem(100, `The portfolio has no WhatsApp Business account ${choice.waba.id}.`);
  }
  const waba: Waba = {
    id: random.digits(15),
    portfolioId: portfolio.id,
    name: choice.waba.name,
    currency: choice.currency ?? 'USD',
    country: choice.country ?? 'JP',
    timezoneId: '1',
  };
  const templates = shippedTemplates.map((template) => ({
    status: 'APPROVED',
    parameterFormat: 'POSITIONAL' as const,
    ...template,
    id: random.digits(16),
    wabaId: waba.id,
  }));
  commit({ kind: 'entities', entities: { wabas: [waba], templates } });
  return waba;
}

function choosePortfolio({ world, random, commit }: Simulation, choice: Choice): Portfolio {
  if ('id' in choice) {
    const portfolio = world.portfolios.get(choice.id);
    if (portfolio) return portfolio;
    throw new Problem(100, `There is no business portfolio ${choice.id}.`);
  }
  const portfolio = {
    id: random.digits(15),
    name: choice.name,
    verificationStatus: 'not_verified',
    messagingLimit: 'TIER_250',
  };
  commit({ kind: 'entities', entities: { portfolios: [portfolio] } });
  return portfolio;
}
