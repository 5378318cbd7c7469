import { z } from 'zod';
import table from './error-codes.json' with { type: 'json' };

/**
 * What to do with a message that Meta refused with a code.
 *
 * - `retry`: certainly not accepted and likely to pass later; back off, then send again.
 * - `hold_pair`: too fast to this one recipient; wait 4^n seconds, others go on.
 * - `hold_number`: the sending number is throttled; all its messages wait.
 * - `hold_channel`: token, account or number is not usable until somebody acts; the queue pauses, nothing failed.
 * - `fix`: failed; the sender must change something first.
 * - `never`: failed; sending again cannot help or would annoy.
 */
export const graphErrorActions = [
  'retry',
  'hold_pair',
  'hold_number',
  'hold_channel',
  'fix',
  'never',
] as const;
export type GraphErrorAction = (typeof graphErrorActions)[number];

/** What each action does with the message, for the people who sent it. */
export const graphErrorActionWords: Readonly<
  Record<GraphErrorAction, { readonly en: string; readonly ja: string }>
> = {
  retry: {
    en: 'It is sent again by itself, with longer and longer pauses.',
    ja: '間隔を延ばしながら、自動的に再送されます。',
  },
  hold_pair: {
    en: 'Messages to this recipient wait and are sent by themselves; others go on.',
    ja: 'この宛先へのメッセージだけが待機し、自動的に送信されます。他の宛先には影響しません。',
  },
  hold_number: {
    en: 'All messages of this number wait and are sent by themselves.',
    ja: 'この番号のメッセージはすべて待機し、自動的に送信されます。',
  },
  hold_channel: {
    en: 'The number stops sending until somebody acts; messages wait and none fails.',
    ja: '対処されるまで、この番号からの送信は停止します。メッセージは待機し、失敗にはなりません。',
  },
  fix: {
    en: 'The message has failed. It can be sent again after the correction.',
    ja: 'メッセージは送信に失敗します。修正後に再送できます。',
  },
  never: {
    en: 'The message has failed. It should not be sent again as it is.',
    ja: 'メッセージは送信に失敗します。同じ内容で再送しないでください。',
  },
};

/** How long to wait after a refusal that will pass: `firstMs`, then `factor` times as long after each one in a row. */
const graphErrorWait = z.strictObject({
  firstMs: z.number().int().positive(),
  factor: z.number().int().positive(),
  longestMs: z.number().int().positive(),
});
export type GraphErrorWait = Readonly<z.infer<typeof graphErrorWait>>;

/** How long each action waits, for codes whose row says nothing else. Of `hold_pair`: Meta's own 4^n seconds. */
export const graphErrorWaits: Readonly<Record<'retry' | 'hold_pair' | 'hold_number', GraphErrorWait>> = {
  retry: { firstMs: 1_000, factor: 2, longestMs: 300_000 },
  hold_pair: { firstMs: 1_000, factor: 4, longestMs: 3_600_000 },
  hold_number: { firstMs: 1_000, factor: 2, longestMs: 60_000 },
};

/** Who else waits when a number is throttled: nobody, the numbers of its business account, those of its app. */
export const graphErrorScopes = ['number', 'account', 'app'] as const;
export type GraphErrorScope = (typeof graphErrorScopes)[number];

/** A sentence in both languages. */
const localized = z.strictObject({ en: z.string().min(1), ja: z.string().min(1) });

const graphErrorRule = z.strictObject({
  code: z.number().int(),
  subcode: z.number().int().optional(),
  /** As Meta's page says; other sources differ, so act on the code. Null: comes by webhook only. */
  httpStatus: z.number().int().nullable(),
  /** In English exactly as Meta writes it on the wire. */
  title: localized,
  /** Why Meta refuses, as sentences for the people who read the message in a thread. */
  cause: localized,
  /** What a person can do about it. */
  remedy: localized,
  action: z.enum(graphErrorActions),
  /** Where it is not the usual one of the action. */
  wait: graphErrorWait.optional(),
  /** Of `hold_number`; nothing: the number alone. */
  scope: z.enum(graphErrorScopes).optional(),
  /** Whether the number is to send more slowly from now on, and find its rate again little by little. */
  slows: z.boolean().optional(),
  area: z.string(),
  /** Whether the call itself is refused, a `failed` status follows a 200, or both happen. */
  answers: z.enum(['sync', 'webhook', 'both']),
  note: z.string().optional(),
  /** The page the row was taken from. */
  source: z.string(),
});

/** One code of Meta's, with what it means and what to do. */
export type GraphErrorRule = Readonly<z.infer<typeof graphErrorRule>>;

/** The one table of Meta's error codes, sorted by code and subcode. (Meta, "Cloud API error codes", 2026-11) */
export const graphErrorCodes: readonly GraphErrorRule[] = z.array(graphErrorRule).parse(table);

/**
 * The rule of a code, the subcode's own one where the table has it. A code Meta adds tomorrow gets a rule too: it is
 * `fix`, because a refusal nobody understands must neither be repeated blindly nor stop the other messages.
 */
export function classifyGraphError(code: number, subcode?: number): GraphErrorRule {
  const exact = subcode === undefined ? undefined : rules.get(ruleKey(code, subcode));
  return exact ?? rules.get(ruleKey(isPermissionCode(code) ? 200 : code)) ?? unknownCode(code);
}

/** All of 200-299 means "API permission". (Meta, "Cloud API error codes") */
function isPermissionCode(code: number): boolean {
  return code >= 200 && code <= 299;
}

function ruleKey(code: number, subcode?: number): string {
  return `${code}/${subcode ?? ''}`;
}

const rules: ReadonlyMap<string, GraphErrorRule> = new Map(
  graphErrorCodes.map((rule) => [ruleKey(rule.code, rule.subcode), rule]),
);

function unknownCode(code: number): GraphErrorRule {
  return {
    code,
    httpStatus: null,
    title: { en: `Unknown error ${code}`, ja: '不明なエラー' },
    cause: {
      en: 'Meta answered with a code that is not in our table.',
      ja: 'Metaの回答のコードは、エラーコード表にありません。',
    },
    remedy: {
      en: 'Read what Meta says about it and look the code up on its page of error codes.',
      ja: 'Metaの説明を読み、Metaのエラーコードのページでこのコードをご確認ください。',
    },
    action: 'fix',
    area: 'unknown',
    answers: 'both',
    source: 'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes',
  };
}
