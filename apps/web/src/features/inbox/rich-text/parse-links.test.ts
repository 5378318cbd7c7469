import { expect, test } from 'vitest';
import { parseLinks, safeHref } from './parse-links.ts';

test.each([
  ['see https://example.com/a?b=1.', 'https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ['（https://example.jp/あ）です', 'https://example.jp/あ', 'https://example.jp/%E3%81%82'],
  ['詳しくはhttps://example.jp/x、どうぞ', 'https://example.jp/x', 'https://example.jp/x'],
  ['www.example.com', 'www.example.com', 'https://www.example.com/'],
  ['write to taro@example.co.jp!', 'taro@example.co.jp', 'mailto:taro@example.co.jp'],
  ['call tel:+81312345678', 'tel:+81312345678', 'tel:+81312345678'],
  [
    '(https://en.wikipedia.org/wiki/A_(b))',
    'https://en.wikipedia.org/wiki/A_(b)',
    'https://en.wikipedia.org/wiki/A_(b)',
  ],
])('%s links what may be opened', (text, shown, href) => {
  const link = parseLinks(text).find((part) => part.href !== undefined);
  expect(link).toEqual({ text: shown, href });
  expect(
    parseLinks(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'https://'])(
  '%s is never an address to open',
  (text) => {
    expect(safeHref(text)).toBeUndefined();
    expect(parseLinks(text).every((part) => part.href === undefined)).toBe(true);
  },
);
