import type { ChannelCheck, ErrorCode, Localized } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import { describeRefusal } from '../../describe-refusal.ts';
import { ProviderCallError } from '../../port.ts';

/** What is said of the values of a form, whoever judges them. */

type Field = ChannelCheck['field'];

export function okCheck(field: Field, says: Localized): ChannelCheck {
  return { field, outcome: 'ok', says, problem: null };
}

export function skippedCheck(field: Field): ChannelCheck {
  const says = {
    en: 'Could not be judged before the values above are right.',
    ja: '上の項目が正しくなるまで確認できません。',
  };
  return { field, outcome: 'skipped', says, problem: null };
}

export function failedCheck(
  field: Field,
  code: ErrorCode,
  detail: Localized,
  providerCode?: number,
): ChannelCheck {
  const problem = createProblem(code, { detail, ...(providerCode === undefined ? {} : { providerCode }) });
  return { field, outcome: 'failed', says: detail, problem };
}

/** A refusal blames the value; silence blames nobody. */
export function refusedCheck(field: Field, code: ErrorCode, label: string, error: unknown): ChannelCheck {
  if (!(error instanceof ProviderCallError)) throw error;
  const { refusal } = error;
  if (refusal) return failedCheck(field, code, describeRefusal(refusal), refusal.code);
  return failedCheck(field, 'graph_unreachable', {
    en: `${label} gave no answer (${error.message}).`,
    ja: `${label}から応答がありません（${error.message}）。`,
  });
}
