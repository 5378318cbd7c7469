import { expect, test } from 'vitest';
import { type Inline, parseInline, parseWhatsAppText } from './parse-whatsapp-text.ts';

/** Writes inlines as tags, which reads better than trees. */
function tags(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'code') return `<code>${inline.text}</code>`;
      return `<${inline.kind}>${tags(inline.children)}</${inline.kind}>`;
    })
    .join('');
}

test.each([
  ['*bold* text', '<bold>bold</bold> text'],
  ['_italic_ and ~gone~', '<italic>italic</italic> and <strike>gone</strike>'],
  ['*bold with _italic_ inside*', '<bold>bold with <italic>italic</italic> inside</bold>'],
  ['`*not bold*`', '<code>*not bold*</code>'],
  ['ご注文は*A-1*です', 'ご注文は<bold>A-1</bold>です'],
  ['(*bold*)', '(<bold>bold</bold>)'],
])('%s is formatted as on the phone', (text, expected) => {
  expect(tags(parseInline(text))).toBe(expected);
});

test.each(['2 * 3 * 4', 'snake_case_name', '* not bold*', '*open', '**', 'a*b*c', '~ ~'])(
  '%s stays plain text',
  (text) => {
    expect(tags(parseInline(text))).toBe(text);
  },
);

test('lines become paragraphs, quotes, bullets and numbers; fences keep their text as it is', () => {
  const blocks = parseWhatsAppText('hello\nworld\n> said\n- one\n* two\n3. three\n```\n*raw*\n```after');
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'paragraph',
    'quote',
    'bullets',
    'numbers',
    'fixed',
    'paragraph',
  ]);
  expect(blocks[3]).toMatchObject({ start: 3 });
  expect(blocks[4]).toEqual({ kind: 'fixed', text: '*raw*' });
});

test('an unclosed fence is plain text', () => {
  expect(parseWhatsAppText('a ```b')).toEqual([
    { kind: 'paragraph', lines: [[{ kind: 'text', text: 'a ```b' }]] },
  ]);
});

test.each([`${'*_~`'.repeat(1023)}終`, '*a '.repeat(1365), `${'*a '.repeat(600)}${'a* '.repeat(600)}`])(
  'the longest text that WhatsApp takes is parsed at once, however strange',
  (text) => {
    const startedAt = performance.now();
    parseWhatsAppText(text);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  },
);
