import type { Localized } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { isInUnitedStates } from '../places/north-american-area.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

const since = new Date('2025-04-01T00:00:00Z');

/** Meta delivers no marketing template to a US number; Canada and the Caribbean, which share +1, are not meant. */
export const recipientGetsMarketing: GateRule = {
  id: 'recipient-gets-marketing',
  version: '2026-11-22',
  title: {
    en: 'No marketing templates to US numbers (+1 with an area code of the United States)',
    ja: 'アメリカの番号（アメリカの市外局番を持つ+1の番号）にはマーケティングテンプレートを送らないこと',
  },
  source: 'Meta, Per-user marketing template limits: US numbers, since 2025-04-01 (2026-06-17)',
  judge,
};

function judge({ now, purpose, recipient }: GateFacts): RuleVerdict | undefined {
  const { phone, userId } = recipient;
  if (purpose !== 'marketing' || (phone === null && userId === null) || now < since) return undefined;
  const where = phone === null ? describeHidden(userId ?? '') : describeNumber(phone);
  if (!where) return allow;
  return refuse(
    createProblem('us_marketing_stopped', {
      detail: {
        en: `${where.en} Meta has delivered no marketing templates there since 2025-04-01.`,
        ja: `${where.ja}Metaは2025年4月1日以降、マーケティングテンプレートを配信していません。`,
      },
      providerCode: 131049,
    }),
  );
}

/** Undefined: it is not of the United States. */
function describeNumber(phone: string): Localized | undefined {
  if (!isInUnitedStates(phone)) return undefined;
  const area = phone.slice(1, 4);
  return {
    en: `+1 ${area} is an area code of the United States.`,
    ja: `+1 ${area} はアメリカの市外局番です。`,
  };
}

/** A business-scoped user id begins with the country of the number that WhatsApp hides. */
function describeHidden(userId: string): Localized | undefined {
  if (!userId.startsWith('US.')) return undefined;
  return {
    en: `This customer's hidden number is of the United States (${userId.slice(0, 3)}…).`,
    ja: `このお客様の非公開の電話番号はアメリカのものです（${userId.slice(0, 3)}…）。`,
  };
}
