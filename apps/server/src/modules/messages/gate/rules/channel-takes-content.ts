import type { Localized, SendableContent } from '@renkei/contract';
import type { KindNotOnBusinessApp } from '#modules/channels';
import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

export const channelTakesContent: GateRule = {
  id: 'channel-takes-content',
  version: '2026-11-22',
  title: {
    en: 'The provider of the number takes this kind; numbers of the WhatsApp Business app get no calls or groups of the API',
    ja: '番号のプロバイダーとWhatsApp Businessアプリで利用できる種類のメッセージであること',
  },
  source:
    'Meta, Onboarding WhatsApp Business app users (2026-03-20); Twilio, WhatsApp: supported content (2026-11)',
  judge,
};

const calls: Localized = {
  en: 'Calls on this number are answered in the WhatsApp Business app; the Calling API is not available for it.',
  ja: 'この番号の通話はWhatsApp Businessアプリで受けるため、Calling APIは利用できません。',
};

const notOnBusinessApp: Readonly<Record<KindNotOnBusinessApp, Localized>> = {
  call_button: calls,
  call_permission_request: calls,
  pin: {
    en: 'Groups of the API are not available for a number of the WhatsApp Business app.',
    ja: 'WhatsApp Businessアプリの番号では、APIのグループ機能は利用できません。',
  },
};

function judge(facts: GateFacts): RuleVerdict | undefined {
  return judgeProvider(facts) ?? judgeBusinessApp(facts);
}

function judgeProvider({ offers, content, recipient }: GateFacts): RuleVerdict | undefined {
  const { label, kinds, hiddenNumbers } = offers;
  if (!kinds.includes(content.kind)) {
    return notThrough(
      label,
      `Messages of the kind "${content.kind}" cannot be sent through ${label}.`,
      `「${content.kind}」のメッセージは${label}経由では送信できません。`,
    );
  }
  const isHidden = recipient.phone === null && recipient.groupId === null;
  if (!isHidden || hiddenNumbers) return undefined;
  return notThrough(
    label,
    `This customer's telephone number is hidden, and ${label} sends to telephone numbers only.`,
    `このお客様の電話番号は非公開です。${label}は電話番号宛てにのみ送信できます。`,
  );
}

function notThrough(label: string, en: string, ja: string): RuleVerdict {
  const remedy = {
    en: `Send another kind of message, or use a number that is not at ${label}.`,
    ja: `別の種類のメッセージにするか、${label}以外の番号を使用してください。`,
  };
  return refuse(createProblem('content_not_for_channel', { detail: { en, ja }, remedy }));
}

function judgeBusinessApp({ channel, content }: GateFacts): RuleVerdict | undefined {
  if (!channel.onBusinessApp) return undefined;
  const details: Partial<Readonly<Record<SendableContent['kind'], Localized>>> = notOnBusinessApp;
  const detail = details[content.kind];
  return detail ? refuse(createProblem('content_not_for_channel', { detail })) : allow;
}
