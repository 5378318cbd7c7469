import { describe, expect, it } from 'vitest';
import { classifyGraphError, graphErrorCodes } from './error-codes.ts';

describe('the table of error codes', () => {
  it('has 166 rows, one per code and subcode, in order', () => {
    const keys = graphErrorCodes.map(({ code, subcode }) => [code, subcode ?? 0] as const);
    expect(keys).toHaveLength(166);
    expect(new Set(keys.map(String)).size).toBe(166);
    expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  });

  it('tells title, cause and remedy in both languages, as long as a screen can show', () => {
    const faults = texts.filter(
      ({ part, en, ja }) =>
        japanese.test(en) ||
        !japanese.test(ja) ||
        en.length > (part === 'title' ? 90 : 270) ||
        ja.length > (part === 'title' ? 45 : 140),
    );
    expect(faults).toEqual([]);
  });

  it('tells causes and remedies as plain sentences, without shorthand', () => {
    const faults = texts
      .filter(({ part }) => part !== 'title')
      .filter(
        ({ en, ja }) =>
          !sentence.test(en) || !ja.endsWith('。') || /[≥≤^{}<>!！]|e\.g\.|\s{2}/.test(`${en} ${ja}`),
      );
    expect(faults).toEqual([]);
  });

  it('says the same figures and the same names of Meta’s in both languages', () => {
    for (const { name, en, ja } of texts) expect(namesIn(ja), name).toEqual(namesIn(en));
  });

  it('names the page of every code', () => {
    expect(graphErrorCodes.filter(({ source }) => source.trim() === '')).toEqual([]);
  });
});

const texts = graphErrorCodes.flatMap(({ code, subcode, title, cause, remedy }) =>
  Object.entries({ title, cause, remedy }).map(([part, { en, ja }]) => ({
    name: `${part} of ${code}${subcode === undefined ? '' : `/${subcode}`}`,
    part,
    en,
    ja,
  })),
);

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** A name of Meta's, as website_url, begins as it is. */
const sentence = /^([A-Z]|[a-z]+_[a-z]+ ).{10,}\.$/;

/** Paths, parameters, headers and figures of several digits: what is the same in every language. */
function namesIn(text: string): readonly string[] {
  const names = text.match(/(?<![a-z])\/[a-z_]+|[a-z]+(?:_[a-z]+)+|X-[A-Za-z-]+|\d[\d,]*\d/g) ?? [];
  return [...new Set(names)].toSorted();
}

describe('classifyGraphError', () => {
  it.each([
    [131016, 'retry', 'service unavailable'],
    [132015, 'retry', 'a paused template comes back'],
    [131056, 'hold_pair', 'too fast to one person'],
    [130429, 'hold_number', 'too fast from one number'],
    [131048, 'hold_number', 'spam limit of the number'],
    [80007, 'hold_number', 'limit of the account'],
    [131057, 'hold_number', 'the number is being upgraded'],
    [190, 'hold_channel', 'the token has expired'],
    [0, 'hold_channel', 'the token is refused'],
    [131031, 'hold_channel', 'the account is locked'],
    [131042, 'hold_channel', 'nothing is sent before the bill is paid'],
    [133010, 'hold_channel', 'the number is not registered'],
    [131008, 'fix', 'a parameter is missing'],
    [131047, 'fix', 'the window has closed'],
    [131053, 'fix', 'the media was refused'],
    [131026, 'never', 'cannot be delivered'],
    [131049, 'never', 'Meta protects this person from us'],
    [131050, 'never', 'the person said stop'],
  ])('%i → %s: %s', (code, action) => {
    expect(classifyGraphError(code).action).toBe(action);
  });

  it('takes all of 200-299 for missing permissions', () => {
    expect(classifyGraphError(200).action).toBe('hold_channel');
    expect(classifyGraphError(273)).toEqual(classifyGraphError(200));
  });

  it('prefers the row of the subcode and falls back to the row of the code', () => {
    expect(classifyGraphError(100, 33).action).toBe('hold_channel');
    expect(classifyGraphError(190, 463).code).toBe(190);
    expect(classifyGraphError(100, 999_999)).toEqual(classifyGraphError(100));
  });

  it('neither repeats nor holds anything for a code nobody knows', () => {
    const rule = classifyGraphError(999_999);
    expect(rule.action).toBe('fix');
    expect(rule.title.en).toContain('999999');
  });
});
