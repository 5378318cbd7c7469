import { checkTemplateParameters } from '#modules/templates';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, hold, refuse, type Verdict } from '../verdict.ts';

/** A paused template is Meta's to resume: its messages wait for it until their deadline. */
export function templateIsUsable({ content, template }: GateFacts): Verdict {
  if (content.kind !== 'template') return allow;
  const name = `${content.name} (${content.language})`;
  if (!template) {
    return refuse(
      createProblem('template_unknown', {
        detail: {
          en: `This account has no template ${name}.`,
          ja: `このアカウントにテンプレート ${name} はありません。`,
        },
      }),
    );
  }
  if (template.status === 'PAUSED') {
    return hold(
      null,
      createProblem('template_unknown', {
        detail: {
          en: `Meta has paused the template ${name}.`,
          ja: `Metaがテンプレート ${name} を一時停止しています。`,
        },
      }),
    );
  }
  if (template.status !== 'APPROVED' || !template.shape.sendable) {
    return refuse(
      createProblem('template_unknown', {
        detail: template.shape.sendable
          ? {
              en: `The template ${name} is ${template.status}, not approved.`,
              ja: `テンプレート ${name} は承認されていません（${template.status}）。`,
            }
          : {
              en: `The template ${name} has parts that cannot be filled in here yet.`,
              ja: `テンプレート ${name} には、まだ入力に対応していない要素があります。`,
            },
      }),
    );
  }
  const problem = checkTemplateParameters(template.shape, content);
  return problem ? refuse(problem) : allow;
}
