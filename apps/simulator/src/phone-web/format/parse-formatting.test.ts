import { expect, test } from 'vitest';
import { type FormattedNode, isEmojiOnly, parseFormatting } from './parse-formatting.ts';

/** Writes the tree as tags, so that an expectation can be read at a glance. */
function outline(nodes: readonly FormattedNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'link') return `<link>${node.text}</link>`;
      return `<${node.style}>${outline(node.children)}</${node.style}>`;
    })
    .join('');
}

test.each([
  ['plain', 'plain'],
  ['*bold* _italic_ ~strike~', '<bold>bold</bold> <italic>italic</italic> <strike>strike</strike>'],
  ['```let x = 1;```', '<mono>let x = 1;</mono>'],
  ['```\ntwo\nlines\n```', '<mono>two\nlines</mono>'],
  ['run `npm start` now', 'run <mono>npm start</mono> now'],
  ['_*both*_', '<italic><bold>both</bold></italic>'],
  ['(*in brackets*).', '(<bold>in brackets</bold>).'],
  ['本日*限定*です', '本日<bold>限定</bold>です'],
  ['```*not bold*```', '<mono>*not bold*</mono>'],
])('marks at the edges of words style what they enclose: %s', (text, expected) => {
  expect(outline(parseFormatting(text))).toBe(expected);
});

test.each([
  '2 * 3 * 4',
  'snake_case_name',
  '5*6*7',
  '* spaced *',
  '**',
  '*open',
  '*not\nacross lines*',
  '~ ~',
  '``````',
])('marks that enclose nothing or stand inside a word stay as typed: %s', (text) => {
  expect(outline(parseFormatting(text))).toBe(text);
});

test('addresses become links and keep their own underscores and tildes', () => {
  expect(outline(parseFormatting('see https://example.com/a_b_c/~me~, thanks'))).toBe(
    'see <link>https://example.com/a_b_c/~me</link>~, thanks',
  );
  expect(outline(parseFormatting('https://example.com/予約。'))).toBe(
    '<link>https://example.com/予約</link>。',
  );
});

test('markup in a message stays text', () => {
  expect(parseFormatting('<img src=x onerror=alert(1)>')).toEqual([
    { kind: 'text', text: '<img src=x onerror=alert(1)>' },
  ]);
});

test('up to three emoji alone count as emoji only', () => {
  expect(isEmojiOnly('👍')).toBe(true);
  expect(isEmojiOnly('👨‍👩‍👧👍🏽❤️')).toBe(true);
  expect(isEmojiOnly('👍👍👍👍')).toBe(false);
  expect(isEmojiOnly('ok 👍')).toBe(false);
  expect(isEmojiOnly('12')).toBe(false);
});
