import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Simulation } from '../../simulation.ts';
import { banWaba, restrictWaba } from '../../world/accounts/restrict-waba.ts';
import { disconnect, disconnectionReasons } from '../../world/coexistence/disconnect.ts';
import { changeFlow } from '../../world/flows/change-flow.ts';
import { suspendGroup } from '../../world/groups/join-group.ts';
import { changeMessagingLimit, verifyBusiness } from '../../world/limits/change-limits.ts';
import { decideName } from '../../world/numbers/review-name.ts';
import { decideOfficialAccount } from '../../world/numbers/review-official-account.ts';
import { changeNumberQuality, changeTemplateQuality } from '../../world/quality/change-quality.ts';
import { deleteNumber, switchTwoStepOff } from '../../world/registration/manage-number.ts';
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
    decision: z.literal('verification'),
    portfolioId: z.string(),
    status: z.enum(['verified', 'not_verified', 'pending', 'failed', 'rejected', 'revoked', 'expired']),
  }),
  z.strictObject({
    decision: z.literal('restriction'),
    ...waba,
    type: z.string().regex(/^RESTRICTED_[A-Z_]+$/),
    durationMs: z.number().positive().optional(),
  }),
  z.strictObject({ decision: z.literal('ban'), ...waba, isDisabled: z.boolean() }),
  z.strictObject({
    decision: z.literal('display-name'),
    phoneNumberId: z.string(),
    /** Left out: the name is accepted. */
    rejection: z
      .enum([
        'NAME_EMPLOYEE_ISSUE',
        'NAME_ENDCLIENT_NOTRELATED',
        'NAME_FORMAT_UNACCEPTABLE',
        'NAME_INDIVIDUAL_ISSUE',
        'NAME_NOT_CONSISTENT',
        'UNKNOWN',
      ])
      .optional(),
  }),
  z.strictObject({
    decision: z.literal('official-account'),
    phoneNumberId: z.string(),
    isApproved: z.boolean(),
  }),
  z.strictObject({
    decision: z.literal('flow-status'),
    flowId: z.string(),
    status: z.enum(['PUBLISHED', 'THROTTLED', 'BLOCKED']),
  }),
  z.strictObject({
    decision: z.literal('group-suspension'),
    groupId: z.string(),
    isSuspended: z.boolean(),
  }),
  z.strictObject({ decision: z.literal('two-step-off'), phoneNumberId: z.string() }),
  z.strictObject({ decision: z.literal('number-deletion'), phoneNumberId: z.string() }),
  z.strictObject({
    decision: z.literal('disconnection'),
    phoneNumberId: z.string(),
    reason: z.enum(disconnectionReasons),
    by: z.enum(['SYSTEM', 'USER']).default('SYSTEM'),
  }),
]);

export type Decision = z.output<typeof decisionSchema>;
export type DecisionInput = z.input<typeof decisionSchema>;
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
  verification: (simulation, decision) => {
    requireKnown(simulation.world.portfolios, decision.portfolioId);
    verifyBusiness(simulation, decision);
  },
  restriction: (simulation, decision) => {
    requireKnown(simulation.world.wabas, decision.wabaId);
    restrictWaba(simulation, decision);
  },
  ban: (simulation, { wabaId, isDisabled }) => {
    requireKnown(simulation.world.wabas, wabaId);
    banWaba(simulation, wabaId, isDisabled);
  },
  'display-name': (simulation, { phoneNumberId, rejection }) => {
    requireKnown(simulation.world.phoneNumbers, phoneNumberId);
    if (decideName(simulation, phoneNumberId, rejection)) return;
    throw new Refusal(409, `No display name of ${phoneNumberId} is under review`);
  },
  'official-account': (simulation, { phoneNumberId, isApproved }) => {
    requireKnown(simulation.world.phoneNumbers, phoneNumberId);
    decideOfficialAccount(simulation, phoneNumberId, isApproved);
  },
  'flow-status': (simulation, { flowId, status }) => {
    const flow = simulation.world.flows.get(flowId);
    if (!flow) throw new Refusal(404, `No flow ${flowId}`);
    changeFlow(simulation, flow, { status });
  },
  'group-suspension': (simulation, { groupId, isSuspended }) => {
    requireKnown(simulation.world.groups, groupId);
    suspendGroup(simulation, groupId, isSuspended);
  },
  'two-step-off': (simulation, { phoneNumberId }) => {
    requireKnown(simulation.world.phoneNumbers, phoneNumberId);
    switchTwoStepOff(simulation, phoneNumberId);
  },
  'number-deletion': (simulation, { phoneNumberId }) => {
    requireKnown(simulation.world.phoneNumbers, phoneNumberId);
    deleteNumber(simulation, phoneNumberId);
  },
  disconnection: (simulation, { phoneNumberId, reason, by }) => {
    requireKnown(simulation.world.phoneNumbers, phoneNumberId);
    if (disconnect(simulation, phoneNumberId, { reason, by })) return;
    throw new Refusal(409, `The number ${phoneNumberId} is not in the Business app`);
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
