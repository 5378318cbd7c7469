import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Simulation } from '../../simulation.ts';
import { banWaba, restrictWaba } from '../../world/accounts/restrict-waba.ts';
import { changeMessagingLimit } from '../../world/limits/change-limits.ts';
import { changeNumberQuality, changeTemplateQuality } from '../../world/quality/change-quality.ts';
import { announceCategory } from '../../world/templates/recategorise.ts';

const score = z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']);
const tier = z.enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']);
const template = { templateId: z.string() };
const waba = { wabaId: z.string() };

/** What Meta decides by itself, made to happen now, with all its consequences and webhooks. */
export const decisionSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('number-quality'), phoneNumberId: z.string(), score }),
  z.strictObject({ decision: z.literal('template-quality'), ...template, score }),
  z.strictObject({
    decision: z.literal('template-category'),
    ...template,
    category: z.enum(['AUTHENTICATION', 'MARKETING', 'UTILITY']),
  }),
  z.strictObject({ decision: z.literal('messaging-limit'), portfolioId: z.string(), tier }),
  z.strictObject({
    decision: z.literal('restriction'),
    ...waba,
    type: z.string().regex(/^RESTRICTED_[A-Z_]+$/),
    durationMs: z.number().positive().optional(),
  }),
  z.strictObject({ decision: z.literal('ban'), ...waba, isDisabled: z.boolean() }),
]);

export type Decision = z.infer<typeof decisionSchema>;
type DecisionOf<Name extends Decision['decision']> = Extract<Decision, { decision: Name }>;

const deciders: {
  readonly [Name in Decision['decision']]: (simulation: Simulation, decision: DecisionOf<Name>) => void;
} = {
  'number-quality': (simulation, { phoneNumberId, score: given }) => {
    requireKnown(simulation.world.phoneNumbers, phoneNumberId);
    changeNumberQuality(simulation, phoneNumberId, given);
  },
  'template-quality': (simulation, { templateId, score: given }) => {
    requireKnown(simulation.world.templates, templateId);
    changeTemplateQuality(simulation, templateId, given);
  },
  'template-category': (simulation, decision) => {
    requireKnown(simulation.world.templates, decision.templateId);
    announceCategory(simulation, decision);
  },
  'messaging-limit': (simulation, decision) => {
    requireKnown(simulation.world.portfolios, decision.portfolioId);
    changeMessagingLimit(simulation, decision, simulation.clock.now());
  },
  restriction: (simulation, decision) => {
    requireKnown(simulation.world.wabas, decision.wabaId);
    restrictWaba(simulation, decision);
  },
  ban: (simulation, { wabaId, isDisabled }) => {
    requireKnown(simulation.world.wabas, wabaId);
    banWaba(simulation, wabaId, isDisabled);
  },
};

export function decide(simulation: Simulation, decision: Decision): void {
  // Each decider takes its own decision; TypeScript cannot follow that through the union.
  const run = deciders[decision.decision] as (simulation: Simulation, decision: Decision) => void;
  run(simulation, decision);
}

function requireKnown(entities: ReadonlyMap<string, unknown>, id: string): void {
  if (!entities.has(id)) throw new Refusal(404, `Nothing in this world has the id ${id}`);
}
