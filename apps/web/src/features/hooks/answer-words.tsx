import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** Why there was no answer, by the words in which the server notes it. */
const reasons: ReadonlyMap<string, MessageDescriptor> = new Map([
  ['forbidden_address', msg`The address leads into a private network, where nothing is sent.`],
  ['unreachable', msg`The address could not be reached.`],
  ['timeout', msg`There was no answer within ten seconds.`],
]);

interface AnswerWordsProps {
  readonly status: number | null;
  /** `HTTP 500 …` with the beginning of what the other side said, or a reason for no answer. */
  readonly problem: string | null;
}

/** What the other side answered, or why it did not. */
export function AnswerWords({ status, problem }: AnswerWordsProps) {
  const { i18n } = useLingui();
  if (problem === null) return status === null ? null : <>HTTP {status}</>;
  const reason = reasons.get(problem);
  return <>{reason === undefined ? problem : i18n._(reason)}</>;
}
