import type { ChannelState, Problem } from '@renkei/contract';
import { createProblem } from '#platform/errors';
import type { ProviderRefusal } from './port.ts';

/** What a refusal that concerns the whole channel makes of its state. */
export function describeChannelRefusal(refusal: ProviderRefusal): {
  readonly state: Exclude<ChannelState, 'disconnected' | 'connected'>;
  readonly problem: Problem;
} {
  const detail = {
    en: `Meta answered ${refusal.code}: ${refusal.details}`,
    ja: `Metaの回答 ${refusal.code}：${refusal.details}`,
  };
  const providerCode = refusal.code;
  if (refusal.area === 'auth') {
    return {
      state: 'token_expired',
      problem: createProblem('channel_token_expired', { detail, providerCode }),
    };
  }
  const remedy = {
    en: `${refusal.remedy} Then press "Read again from Meta" in Settings → Channels; waiting messages are sent then.`,
    ja: `Metaの案内（${refusal.title}）：${refusal.remedy} 対処後に「設定 → チャネル」で「Metaから再取得」を押すと、待機中のメッセージが送信されます。`,
  };
  return {
    state: 'restricted',
    problem: createProblem('channel_not_sending', { detail, remedy, providerCode }),
  };
}

/** A message that the provider refused for good. */
export function describeMessageRefusal(refusal: ProviderRefusal): Problem {
  return createProblem('provider_refused', {
    detail: {
      en: `${refusal.title} (${refusal.code}): ${refusal.details}`,
      ja: `${refusal.title}（${refusal.code}）：${refusal.details}`,
    },
    remedy: { en: refusal.remedy, ja: refusal.remedy },
    providerCode: refusal.code,
  });
}
