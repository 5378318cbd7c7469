import { expect, test } from 'vitest';
import { readResult } from './run-command.mjs';

test('the last line counts, and what is broken is named', () => {
  const output = 'ok     one\nBROKEN deaths I1 nothing lost\n         wamid.1\nfaults: 1 passed, 1 failed\n';
  expect(readResult('faults', output, 1)).toEqual({
    suite: 'faults',
    passed: 1,
    failures: ['deaths I1 nothing lost'],
  });
});

test('an end without a result is a failure', () => {
  expect(readResult('faults', 'deaths: under way\n', 'SIGKILL')).toMatchObject({
    passed: 0,
    failures: [expect.stringContaining('SIGKILL')],
  });
});

test('failures that nobody named are failures all the same', () => {
  expect(readResult('sim', 'sim: 5 passed, 2 failed\n', 1).failures).toEqual(['2 failures']);
  expect(readResult('sim', 'sim: 5 passed, 0 failed\n', 1).failures).toEqual(['it ended with 1']);
});
