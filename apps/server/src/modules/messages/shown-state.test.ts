import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownStatus, shownState } from './shown-state.ts';

const refusal = {
  code: 131047,
  subcode: null,
  details: '',
  title: { en: '', ja: '' },
  cause: { en: '', ja: '' },
  remedy: { en: '', ja: '' },
  action: 'never',
  area: '',
  source: '',
} as const;
const told = (...statuses: string[]): KnownStatus[] =>
  statuses.map((status) => ({ status, refusals: status === 'failed' ? [refusal] : [] }));

describe('the shown state', () => {
  it.each([
    [['sent'], 'sent'],
    [['delivered', 'sent'], 'delivered'],
    [['read'], 'read'],
    [['played', 'sent', 'read'], 'played'],
    [['failed', 'sent'], 'failed'],
    [['failed', 'delivered'], 'delivered'],
    [['failed', 'read', 'sent'], 'read'],
    [['warning', 'sent'], 'sent'],
    [['payment:captured', 'sent'], 'sent'],
  ])('of %j is %s', (statuses, state) => {
    expect(shownState(told(...statuses))?.state).toBe(state);
  });

  it('is unknown while nothing that says it was told', () => {
    expect(shownState([])).toBeUndefined();
    expect(shownState(told('warning', 'deleted'))).toBeUndefined();
  });

  it('is the same for every order and repetition of the same statuses', () => {
    const words = fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed', 'deleted');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), fc.infiniteStream(fc.nat()), (statuses, numbers) => {
        const again = [...statuses, ...statuses]
          .map((status) => ({ status, key: numbers.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ status }) => status);
        expect(shownState(told(...again))).toEqual(shownState(told(...statuses)));
      }),
    );
  });

  it('names the refusal of a message that failed, and none of one that arrived all the same', () => {
    expect(shownState(told('failed'))?.refusal).toEqual(refusal);
    expect(shownState(told('failed', 'delivered'))?.refusal).toBeNull();
  });
});
