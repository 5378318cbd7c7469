import { describe, expect, it } from 'vitest';
import { fillText } from './fill-text.ts';
import { type AccountEventKind, accountEventKinds, accountEvents, describeAccountEvent } from './index.ts';

function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, key = '']) => key))].sort();
}

function textsOf(kind: AccountEventKind) {
  const { title, explanation, remedy } = accountEvents[kind];
  return [title, explanation, ...(remedy ? [remedy] : [])];
}

describe('every kind of account event', () => {
  it.each(accountEventKinds)('%s has words in both languages that name only its own data', (kind) => {
    const keys = Object.keys(accountEvents[kind].data.shape);
    for (const { en, ja } of textsOf(kind)) {
      expect(en).not.toBe('');
      expect(ja).not.toBe('');
      expect(placeholdersOf(ja)).toEqual(placeholdersOf(en));
      expect(keys).toEqual(expect.arrayContaining([...placeholdersOf(en)]));
    }
  });

  it.each(accountEventKinds)('%s says what to do when something is wrong', (kind) => {
    const { severity, remedy } = accountEvents[kind];
    if (severity === 'critical') expect(remedy).not.toBeNull();
  });
});

describe('a text', () => {
  it('leaves a part out when one of its values is missing', () => {
    const text = { en: 'Rejected[: {reason}]. [{a} and {b}]', ja: '却下[（{reason}）]。' };
    expect(fillText(text, { reason: null, a: 'x', b: null })).toEqual({ en: 'Rejected.', ja: '却下。' });
    expect(fillText(text, { reason: 'SPAM', a: 'x', b: 'y' }).en).toBe('Rejected: SPAM. x and y');
  });

  it('tells what a refusal means in the language of the reader, and its own words as they came', () => {
    const tellOf = (more: object) =>
      describeAccountEvent({
        kind: 'number.fault',
        data: { code: 131031, details: 'Account locked', ...more },
      });
    const told = tellOf({
      meaning: { en: 'Locked.', ja: 'ロック中です。' },
      advice: { en: 'Appeal.', ja: '異議を申し立ててください。' },
    });
    expect(told.explanation).toEqual({
      en: 'Locked. Meta says: Account locked',
      ja: 'ロック中です。Metaの説明：Account locked',
    });
    expect(told.remedy?.ja).toMatch(/^異議を申し立ててください。続く場合は/);
    expect(tellOf({}).explanation.ja).toBe('Metaの説明：Account locked');
  });

  it('shows codes in plain words, lists and moments as people of the language write them', () => {
    const told = describeAccountEvent({
      kind: 'account.restricted',
      data: {
        restrictions: ['RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_OF_TOMORROW'],
        endsAt: '2026-11-08T02:43:20.000Z',
        remediation: null,
      },
    });
    expect(told.title).toEqual({
      en: 'The account is restricted: starting conversations, RESTRICTED_OF_TOMORROW',
      ja: 'アカウントが制限されました：会話の開始、RESTRICTED_OF_TOMORROW',
    });
    expect(told.explanation.en).toContain('8 Nov 2026, 02:43 UTC');
    expect(told.explanation.ja).toContain('2026/11/08 2:43 UTC');
  });
});
