import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

/** Who asked for everything to stop gets nothing, but an answer when they write again. */
export const everythingIsNotStopped: GateRule = {
  id: 'everything-is-not-stopped',
  version: '2026-11-22',
  title: {
    en: 'Who asked for everything to stop is only answered when they write again',
    ja: 'すべての配信停止を希望したお客様には、再び連絡があったときの返信だけを送ること',
  },
  source: 'WhatsApp Business Messaging Policy: honour every request to stop (2026)',
  judge,
};

function judge({ consent, purpose, recipient, window }: GateFacts): RuleVerdict | undefined {
  if (recipient.groupId !== null) return undefined;
  const stopped = consent.stoppedEverything;
  if (!stopped) return allow;
  const hasWrittenSince = window.lastInboundAt !== null && window.lastInboundAt > stopped.decidedAt;
  if (purpose === 'service' && hasWrittenSince) return allow;
  const at = stopped.decidedAt.toISOString();
  return refuse(
    createProblem('consent_withdrawn', {
      detail: {
        en: `At ${at} they asked for everything to stop, and have not written since.`,
        ja: `${at} にすべての配信停止を希望し、その後お客様からの連絡はありません。`,
      },
    }),
  );
}
