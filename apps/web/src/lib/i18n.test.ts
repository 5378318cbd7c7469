// @vitest-environment happy-dom
import { i18n } from '@lingui/core';
import { expect, test } from 'vitest';
import { activateLanguage, loadLaterWords } from './i18n.ts';

const countOf = () => Object.keys(i18n.messages).length;

test('sentences that come later stay through a change of the language, also one while they are on their way', async () => {
  await activateLanguage('en');
  const first = countOf();
  expect(first).toBeGreaterThan(100);

  const coming = loadLaterWords();
  await activateLanguage('ja');
  await coming;
  const all = countOf();
  expect(all).toBeGreaterThan(first + 100);
  expect(Object.values(i18n.messages).flat()).toContain('確認して支払う');

  await activateLanguage('en');
  expect(countOf()).toBe(all);
  await loadLaterWords();
  expect(countOf()).toBe(all);
});
