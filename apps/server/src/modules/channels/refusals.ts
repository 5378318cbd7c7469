import { type ChannelState, localizedSchema, type Problem } from '@renkei/contract';
import * as z from 'zod';
import { createProblem } from '#platform/errors';
import { describeRefusal } from './describe-refusal.ts';
import { type ProviderRefusal, refusalActions, refusalScopes } from './port.ts';

/** What a refusal that concerns the whole channel makes of its state. */
export function describeChannelRefusal(refusal: ProviderRefusal): {
  readonly state: Exclude<ChannelState, 'disconnected' | 'connected'>;
  readonly problem: Problem;
} {
  const { remedy, code: providerCode, source } = refusal;
  const detail = describeRefusal(refusal);
  if (refusal.area === 'auth') {
    const withToken = {
      en: `${remedy.en} Then enter the token in Settings → Channels; waiting messages are sent then, none was lost.`,
      ja: `${remedy.ja}その後「設定 → チャネル」でトークンを入力すると、待機中のメッセージが送信されます。失われることはありません。`,
    };
    const options = { detail, remedy: withToken, source, providerCode };
    return { state: 'token_expired', problem: createProblem('channel_token_expired', options) };
  }
  if (refusal.area === 'permission') {
    const withPermission = {
      en: `${remedy.en} Then press "Read again" in Settings → Channels, or enter a new token there; waiting messages are sent then.`,
      ja: `${remedy.ja}その後「設定 → チャネル」で「再取得」を押すか新しいトークンを入力すると、待機中のメッセージが送信されます。`,
    };
    const options = { detail, remedy: withPermission, source, providerCode };
    return { state: 'restricted', problem: createProblem('channel_permission_missing', options) };
  }
  const withReading = {
    en: `${remedy.en} Then press "Read again" in Settings → Channels; waiting messages are sent then.`,
    ja: `${remedy.ja}その後「設定 → チャネル」で「再取得」を押すと、待機中のメッセージが送信されます。`,
  };
  const options = { detail, remedy: withReading, source, providerCode };
  return { state: 'restricted', problem: createProblem('channel_not_sending', options) };
}

/** A message that the provider refused for good. */
export function describeMessageRefusal(refusal: ProviderRefusal): Problem {
  const { remedy, code: providerCode, source } = refusal;
  return createProblem('provider_refused', {
    detail: describeRefusal(refusal),
    remedy,
    source,
    providerCode,
  });
}

/** Refusals as they were kept with a status; before November 2026 they were, in English only, without the cause. */
export function parseStoredRefusals(stored: unknown): readonly ProviderRefusal[] {
  return stored === null ? [] : z.array(storedRefusal).parse(stored);
}

const words = z.union([localizedSchema, z.string().transform((text) => ({ en: text, ja: text }))]);

const storedRefusal = z.object({
  saidBy: z.string().optional(),
  code: z.number(),
  subcode: z.number().nullable(),
  details: z.string(),
  title: words,
  cause: words.default({ en: '', ja: '' }),
  remedy: words,
  action: z.enum(refusalActions),
  wait: z.object({ firstMs: z.number(), factor: z.number(), longestMs: z.number() }).optional(),
  scope: z.enum(refusalScopes).optional(),
  slows: z.boolean().optional(),
  area: z.string(),
  source: z.string(),
});
