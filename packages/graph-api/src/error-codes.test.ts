import { describe, expect, it } from 'vitest';
import { classifyGraphError, graphErrorCodes } from './error-codes.ts';

describe('the table of error codes', () => {
  it('has 166 rows, one per code and subcode, in order', () => {
    const keys = graphErrorCodes.map(({ code, subcode }) => [code, subcode ?? 0] as const);
    expect(keys).toHaveLength(166);
    expect(new Set(keys.map(String)).size).toBe(166);
    expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  });

  it('tells cause, remedy and source of every code', () => {
    for (const rule of graphErrorCodes) {
      expect([rule.title, rule.cause, rule.remedy, rule.source], `code ${rule.code}`).not.toContain('');
    }
  });
});

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
    expect(rule.title).toContain('999999');
  });
});
