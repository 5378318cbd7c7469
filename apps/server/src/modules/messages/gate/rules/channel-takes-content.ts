import type { Localized, SendableContent } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

export const channelTakesContent: GateRule = {
  id: 'channel-takes-content',
  version: '2026-11-21',
  title: {
    en: 'Numbers of the WhatsApp Business app get no calls or groups of the API',
    ja: 'WhatsApp Businessアプリの番号で利用できる種類のメッセージであること',
  },
  source: 'Meta, Onboarding WhatsApp Business app users (2026-03-20)',
  judge,
};

const calls: Localized = {
  en: 'Calls on this number are answered in the WhatsApp Business app; the Calling API is not available for it.',
  ja: 'この番号の通話はWhatsApp Businessアプリで受けるため、Calling APIは利用できません。',
};

/** What a number that also lives in the Business app cannot send. (Meta, "Onboarding Business app users", 2026-03-20) */
const notOnBusinessApp: Partial<Readonly<Record<SendableContent['kind'], Localized>>> = {
  call_button: calls,
  call_permission_request: calls,
  pin: {
    en: 'Groups of the API are not available for a number of the WhatsApp Business app.',
    ja: 'WhatsApp Businessアプリの番号では、APIのグループ機能は利用できません。',
  },
};

function judge({ channel, content }: GateFacts): RuleVerdict | undefined {
  if (!channel.onBusinessApp) return undefined;
  const detail = notOnBusinessApp[content.kind];
  return detail ? refuse(createProblem('content_not_for_channel', { detail })) : allow;
}
