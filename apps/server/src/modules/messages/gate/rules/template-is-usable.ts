import { findPartObstacle, findStatusObstacle, findTemplateFault } from '#modules/templates';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, hold, refuse, type Verdict } from '../verdict.ts';

/** A paused template is Meta's to resume: its messages wait for it until their deadline. */
export function templateIsUsable({ now, content, template }: GateFacts): Verdict {
  if (content.kind !== 'template') return allow;
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
