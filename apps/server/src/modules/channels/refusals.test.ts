import { describe, expect, it } from 'vitest';
import { describeRefusal } from './describe-refusal.ts';
import { readRefusal } from './providers/cloud-api/read-refusal.ts';
import { describeChannelRefusal, describeMessageRefusal, parseStoredRefusals } from './refusals.ts';

function refused(code: number, details?: string) {
  const message = `(#${code}) Parameter value is not valid`;
  const refusal = readRefusal({
    error: {
      message,
      type: 'OAuthException',
      code,
      fbtrace_id: 'A',
      ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
    },
  });
  if (!refusal) throw new Error('not a refusal');
  return refusal;
}

describe('a refusal of the provider', () => {
  it('is told in the language of the reader, with the provider’s own words as they came', () => {
    const problem = describeMessageRefusal(refused(131009, 'text.body exceeds 4096 characters'));
    expect(problem).toMatchObject({ code: 'provider_refused', providerCode: 131009 });
    expect(problem.detail.en).toMatch(/^Parameter value is not valid \(131009\)\. A value is out of range/);
    expect(problem.detail.en).toContain('Meta says: “text.body exceeds 4096 characters”');
    expect(problem.detail.ja).toMatch(/^パラメーターの値が正しくありません（131009）。値が範囲外か/);
    expect(problem.detail.ja).toContain('Metaの回答：「text.body exceeds 4096 characters」');
    expect(problem.remedy.en).toMatch(/^Correct the value/);
    expect(problem.remedy.ja).toMatch(/^Metaの回答に示された値を修正/);
  });

  it('quotes nothing when the provider only repeats the name of the code', () => {
    expect(describeRefusal(refused(131009)).ja).not.toContain('Metaの回答');
  });

  it('is told even when nobody knows its code', () => {
    const { detail, remedy } = describeMessageRefusal(refused(999_999, 'brand new'));
    expect(detail.ja).toBe(
      '不明なエラー（999999）。Metaの回答のコードは、エラーコード表にありません。Metaの回答：「brand new」',
    );
    expect(remedy.ja).not.toBe('');
  });

  it.each([
    [190, 'token_expired', 'トークンを入力'],
    [131042, 'restricted', '再取得'],
  ])('says what to do about a channel that %i stops', (code, state, remedy) => {
    const told = describeChannelRefusal(refused(code));
    expect(told.state).toBe(state);
    expect(told.problem.remedy.ja).toContain(remedy);
    expect(told.problem.remedy.ja).not.toMatch(/[a-z]{4,} [a-z]{2,}/);
  });
});

describe('refusals kept with a status', () => {
  it('are read as they were kept', () => {
    const refusal = refused(131009, 'why');
    expect(parseStoredRefusals(JSON.parse(JSON.stringify([refusal])))).toEqual([refusal]);
    expect(parseStoredRefusals(null)).toEqual([]);
  });

  it('are readable from when they were kept in English only', () => {
    const [old] = parseStoredRefusals([
      {
        code: 131026,
        subcode: null,
        details: 'Message Undeliverable.',
        title: 'Message undeliverable',
        remedy: 'Do not retry blindly.',
        action: 'never',
        area: 'delivery',
        source: 'Meta',
      },
    ]);
    if (!old) throw new Error('nothing was read');
    expect(describeMessageRefusal(old)).toMatchObject({
      detail: { en: 'Message undeliverable (131026). Meta says: “Message Undeliverable.”' },
      remedy: { en: 'Do not retry blindly.', ja: 'Do not retry blindly.' },
    });
  });
});
