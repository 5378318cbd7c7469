/** WhatsApp's text formatting, as the phone shows it. Source: WhatsApp Help Center, "How to format your messages". */
export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'bullets'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'numbers'; readonly start: number; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'fixed'; readonly text: string };

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] };

export function parseWhatsAppText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  // Every second part stands between two fences; a fence that nothing closes is plain text.
  const parts = text.split('```');
  const closed = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('```')];
  closed.forEach((part, index) => {
    if (index % 2 === 0) blocks.push(...parseLines(part.replace(/^\n|\n$/g, '')));
    else if (part.trim() !== '') blocks.push({ kind: 'fixed', text: part.replace(/^\n|\n$/g, '') });
  });
  return blocks;
}

interface LineRule {
  readonly kind: 'quote' | 'bullets' | 'numbers';
  readonly pattern: RegExp;
}

const lineRules: readonly LineRule[] = [
  { kind: 'quote', pattern: /^> ?(.*)$/ },
  { kind: 'bullets', pattern: /^[*-] (.+)$/ },
  { kind: 'numbers', pattern: /^\d{1,3}\. (.+)$/ },
];

function parseLines(text: string): readonly Block[] {
  if (text === '') return [];
  const blocks: LineBlock[] = [];
  for (const line of text.split('\n')) {
    const rule = lineRules.find(({ pattern }) => pattern.test(line));
    const kind = rule?.kind ?? 'paragraph';
    const content = rule === undefined ? line : (rule.pattern.exec(line)?.[1] ?? '');
    const last = blocks.at(-1);
    if (last?.kind === kind) last.lines.push(parseInline(content));
    else blocks.push(makeBlock(kind, line, parseInline(content)));
  }
  return blocks;
}

interface LineBlockBase {
  readonly lines: (readonly Inline[])[];
}
type LineBlock =
  | (LineBlockBase & { readonly kind: 'paragraph' | 'quote' | 'bullets' })
  | (LineBlockBase & { readonly kind: 'numbers'; readonly start: number });

function makeBlock(kind: LineBlock['kind'], line: string, content: readonly Inline[]): LineBlock {
  const lines = [content];
  return kind === 'numbers' ? { kind, start: Number.parseInt(line, 10), lines } : { kind, lines };
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/**
 * A mark opens before a non-space and closes after one, and stands at a word's edge on its outer side, so that
 * `snake_case_name` and `2 * 3 * 4` stay what they are. Japanese has no spaces: between its letters a mark counts too.
 */
export function parseInline(text: string): readonly Inline[] {
  const result: Inline[] = [];
  let plain = '';
  let position = 0;
  const flush = () => {
    if (plain !== '') result.push({ kind: 'text', text: plain });
    plain = '';
  };
  while (position < text.length) {
    const found = spanAt(text, position);
    if (found === undefined) {
      plain += text[position];
      position += 1;
      continue;
    }
    flush();
    result.push(found.inline);
    position = found.end;
  }
  flush();
  return result;
}

function spanAt(text: string, start: number): { readonly inline: Inline; readonly end: number } | undefined {
  const mark = text[start];
  if (mark === '`') {
    const end = text.indexOf('`', start + 1);
    if (end <= start + 1) return undefined;
    return { inline: { kind: 'code', text: text.slice(start + 1, end) }, end: end + 1 };
  }
  if (mark !== '*' && mark !== '_' && mark !== '~') return undefined;
  if (isWordCharacter(text[start - 1]) || isSpaceOrEnd(text[start + 1])) return undefined;
  for (let end = text.indexOf(mark, start + 2); end !== -1; end = text.indexOf(mark, end + 1)) {
    if (isSpaceOrEnd(text[end - 1]) || isWordCharacter(text[end + 1])) continue;
    return { inline: { kind: marks[mark], children: parseInline(text.slice(start + 1, end)) }, end: end + 1 };
  }
  return undefined;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{Script=Latin}\p{N}]/u.test(character);
}

function isSpaceOrEnd(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}
