import * as z from 'zod';
import type { ProviderRefusal } from '../../port.ts';
import { readRefusal } from '../cloud-api/graph-wire.ts';

/** 360dialog's own envelopes, for what never reached Meta. (360dialog, "Messaging API" 1.41; "Webhook", 2026-11) */
const ownEnvelope = z
  .object({ meta: z.object({ developer_message: z.string() }) })
  .transform(({ meta }) => meta.developer_message)
  .or(z.object({ error: z.string() }).transform(({ error }) => error));

const source = '360dialog, Messaging API: authentication and errors (2026-11)';

type Meaning = Pick<ProviderRefusal, 'title' | 'cause' | 'remedy' | 'action' | 'area'>;

/** By HTTP status: 360dialog has no codes of its own. What is not here proves nothing. */
const meanings: Readonly<Record<number, Meaning>> = {
  400: {
    title: { en: 'Refused by 360dialog', ja: '360dialogが拒否しました' },
    cause: { en: 'The request was not understood.', ja: 'リクエストを解釈できませんでした。' },
    remedy: { en: 'Change the message as the answer says.', ja: '回答に従って内容を変更してください。' },
    action: 'fix',
    area: 'request',
  },
  401: {
    title: { en: 'API key not accepted', ja: 'APIキーが受け付けられません' },
    cause: {
      en: 'It was replaced, or the number has left 360dialog.',
      ja: 'キーが再発行されたか、番号が360dialogから移動しました。',
    },
    remedy: {
      en: 'Make a new API key in the 360dialog Hub.',
      ja: '360dialog HubでAPIキーを再発行してください。',
    },
    action: 'hold_channel',
    area: 'auth',
  },
  404: {
    title: { en: 'Not found at 360dialog', ja: '360dialogに見つかりません' },
    cause: { en: 'There is no such thing behind this API key.', ja: 'このAPIキーの対象には存在しません。' },
    remedy: { en: 'Send it again.', ja: 'もう一度送信してください。' },
    action: 'fix',
    area: 'request',
  },
  429: {
    title: { en: 'Too many requests at once', ja: 'リクエストが多すぎます' },
    cause: {
      en: '360dialog limits the requests of each number.',
      ja: '360dialogは番号ごとのリクエスト数を制限しています。',
    },
    remedy: {
      en: 'Nothing to do: it is sent again more slowly.',
      ja: '操作は不要です。速度を落として自動的に再送します。',
    },
    action: 'hold_number',
    area: 'throttling',
  },
};
const sameAs: Readonly<Record<number, number>> = { 403: 401, 422: 400 };

/** Meta's refusal passed on, or 360dialog's own; undefined when neither says that the call had no effect. Pure. */
export function readDialog360Refusal(body: unknown, status: number): ProviderRefusal | undefined {
  const passedOn = readRefusal(body);
  if (passedOn) return passedOn;
  const said = ownEnvelope.safeParse(body);
  const meaning = meanings[sameAs[status] ?? status];
  if (!said.success || !meaning) return undefined;
  return { saidBy: '360dialog', code: status, subcode: null, details: said.data, ...meaning, source };
}
