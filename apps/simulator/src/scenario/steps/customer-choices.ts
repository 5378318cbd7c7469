import { z } from 'zod';
import { callSimulator, type Stage } from '../stage.ts';
import { type Actor, step } from '../step.ts';

export const blocksStep = step({
  verb: 'blocks',
  does: {
    en: 'The customer blocks the business: nothing arrives any more.',
    ja: 'お客様が企業をブロックします。以後、何も届きません。',
  },
  example: 'customer blocks',
  schema: z.null(),
  run: (stage, _nothing, actor) => decide(stage, actor, 'block', { blocked: true }),
});

export const unblocksStep = step({
  verb: 'unblocks',
  does: {
    en: 'The customer takes the business off the blocked ones.',
    ja: 'お客様がブロックを解除します。',
  },
  example: 'customer unblocks',
  schema: z.null(),
  run: (stage, _nothing, actor) => decide(stage, actor, 'block', { blocked: false }),
});

export const stopsMarketingStep = step({
  verb: 'stops marketing',
  does: {
    en: 'The customer wants no more marketing of this business: marketing templates fail with 131050.',
    ja: 'お客様がこの企業のマーケティングを停止します。マーケティングテンプレートは131050で失敗します。',
  },
  example: 'customer stops marketing',
  schema: z.null(),
  run: (stage, _nothing, actor) => decide(stage, actor, 'marketing', { value: 'stop' }),
});

export const resumesMarketingStep = step({
  verb: 'resumes marketing',
  does: {
    en: 'The customer wants marketing of this business again.',
    ja: 'お客様がこの企業のマーケティングを再開します。',
  },
  example: 'customer resumes marketing',
  schema: z.null(),
  run: (stage, _nothing, actor) => decide(stage, actor, 'marketing', { value: 'resume' }),
});

async function decide(
  stage: Stage,
  { waId }: Actor,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  await callSimulator(stage, `/phones/${waId}/${action}`, {
    phoneNumberId: stage.business.phoneNumberId,
    ...input,
  });
  await stage.control.settle();
}
