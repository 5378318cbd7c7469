import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** Who is in the control group of an experiment of Meta's never gets that template: trying again is of no use. */
export const recipientIsInNoExperiment: GateRule = {
  id: 'recipient-is-in-no-experiment',
  version: '2026-11-22',
  title: {
    en: 'A template that Meta kept from somebody for an experiment is not sent to them again',
    ja: 'Metaの実験で配信されなかったテンプレートを、同じ方に再送しないこと',
  },
  source: 'Meta, Experiments: 130472',
  judge,
};

function judge({ content, suppressions }: GateFacts): RuleVerdict | undefined {
  if (content.kind !== 'template') return undefined;
  const experiment = suppressions.find(
    ({ reason, subject }) => reason === 'experiment' && subject === content.name,
  );
  if (!experiment) return allow;
  const at = experiment.toldAt.toISOString();
  return refuse(
    createProblem('recipient_in_experiment', {
      detail: {
        en: `WhatsApp kept "${content.name}" from this customer at ${at}: they are in an experiment.`,
        ja: `${at} に、実験の対象となっているためWhatsAppは「${content.name}」をこのお客様に配信しませんでした。`,
      },
      providerCode: 130472,
    }),
  );
}
