import { findPartObstacle, findStatusObstacle, findTemplateFault } from '#modules/templates';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, hold, type RuleVerdict, refuse } from '../verdict.ts';

/** A paused template is Meta's to resume: its messages wait for it until their deadline. */
export const templateIsUsable: GateRule = {
  id: 'template-is-usable',
  version: '2026-11-21',
  title: {
    en: 'The template exists, is approved, and its parameters fit; a paused one waits',
    ja: 'テンプレートが存在し、承認済みで、パラメーターが合うこと（一時停止中は待機します）',
  },
  source: 'Meta, Template statuses; Error codes: 132000, 132001, 132012, 132015, 132016 (2026)',
  judge,
};

function judge({ now, content, template }: GateFacts): RuleVerdict | undefined {
  if (content.kind !== 'template') return undefined;
  if (!template) {
    const name = `${content.name} (${content.language})`;
    return refuse(
      createProblem('template_unknown', {
        detail: {
          en: `This account has no template ${name}.`,
          ja: `このアカウントにテンプレート ${name} はありません。`,
        },
      }),
    );
  }
  const fault = findTemplateFault(template, content, now);
  const obstacle = findStatusObstacle(template) ?? findPartObstacle(template, template.shape.unknownParts);
  if (obstacle && !obstacle.passes) return refuse(obstacle.problem);
  if (fault) return refuse(fault);
  return obstacle ? hold(null, obstacle.problem) : allow;
}
