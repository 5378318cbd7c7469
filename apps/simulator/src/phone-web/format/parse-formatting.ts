export type FormatStyle = 'bold' | 'italic' | 'strike' | 'mono';

export type FormattedNode =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'link'; text: string; href: string }>
  | Readonly<{ kind: 'style'; style: FormatStyle; children: readonly FormattedNode[] }>;

type Mark = Readonly<{ delimiter: string; style: FormatStyle; nests: boolean }>;

/** Longest delimiter first, or ``` would be read as three `. */
const MARKS: readonly Mark[] = [
  { delimiter: '```', style: 'mono', nests: false },
  { delimiter: '`', style: 'mono', nests: false },
  { delimiter: '*', style: 'bold', nests: true },
  { delimiter: '_', style: 'italic', nests: true },
  { delimiter: '~', style: 'strike', nests: true },
];

const LINK = /https?:\/\/[^\s<>"「」（）、。]+[^\s<>"「」（）、。.,!?;:)'*_~]/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{N}]/u;

/**
 * Reads WhatsApp's text formatting: *bold*, _italic_, ~strike~, ```mono``` and `mono`. A mark counts only at
 * the edge of a word, never across a line break (```mono``` excepted), and never around nothing. Japanese is
 * written without spaces, so a mark between Japanese characters counts as well.
 */
export function parseFormatting(text: string): readonly FormattedNode[] {
  const nodes: FormattedNode[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const found = findStyled(text, at);
    if (!found) {
      at += 1;
      continue;
    }
    nodes.push(...parseLinks(text.slice(plainFrom, at)));
    nodes.push({ kind: 'style', style: found.mark.style, children: childrenOf(found) });
    at = found.end;
    plainFrom = at;
  }
  nodes.push(...parseLinks(text.slice(plainFrom)));
  return nodes;
}

/** The words alone, for places of one line. */
export function removeFormatting(text: string): string {
  return parseFormatting(text).map(wordsOf).join('');
}

function wordsOf(node: FormattedNode): string {
  return node.kind === 'style' ? node.children.map(wordsOf).join('') : node.text;
}

type Styled = Readonly<{ mark: Mark; inner: string; end: number }>;

function findStyled(text: string, at: number): Styled | undefined {
  const mark = MARKS.find(({ delimiter }) => text.startsWith(delimiter, at));
  if (!mark || LATIN_WORD.test(text[at - 1] ?? '') || insideLink(text, at)) return undefined;
  const { delimiter } = mark;
  const spansLines = delimiter === '```';
  const from = at + delimiter.length;
  if (!spansLines && isSpace(text[from])) return undefined;
  const lineEnd = spansLines ? -1 : text.indexOf('\n', from);
  for (
    let close = text.indexOf(delimiter, from + 1);
    close !== -1;
    close = text.indexOf(delimiter, close + 1)
  ) {
    if (lineEnd !== -1 && close > lineEnd) return undefined;
    const end = close + delimiter.length;
    if (!spansLines && isSpace(text[close - 1])) continue;
    if (LATIN_WORD.test(text[end] ?? '')) continue;
    const inner = text.slice(from, close);
    if (inner.trim() !== '' && inner !== delimiter) return { mark, inner, end };
  }
  return undefined;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character.trim() === '';
}

function childrenOf({ mark, inner }: Styled): readonly FormattedNode[] {
  if (mark.nests) return parseFormatting(inner);
  return [{ kind: 'text', text: mark.delimiter === '```' ? inner.replace(/^\n|\n$/gu, '') : inner }];
}

/** An address may hold _ and ~; they are part of it. */
function insideLink(text: string, at: number): boolean {
  for (const match of text.matchAll(LINK)) {
    if (at > match.index && at < match.index + match[0].length) return true;
  }
  return false;
}

function parseLinks(text: string): FormattedNode[] {
  const nodes: FormattedNode[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    if (match.index > from) nodes.push({ kind: 'text', text: text.slice(from, match.index) });
    nodes.push({ kind: 'link', text: match[0], href: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) nodes.push({ kind: 'text', text: text.slice(from) });
  return nodes;
}

const EMOJI_ONLY =
  /^(?:\p{Extended_Pictographic}(?:\u{FE0F}|[\u{1F3FB}-\u{1F3FF}]|\u{200D}\p{Extended_Pictographic})*){1,3}$/u;

/** Up to three emoji and nothing else are shown large, as phones do. */
export function isEmojiOnly(text: string): boolean {
  return EMOJI_ONLY.test(text.trim());
}

/** The first web address in a text. */
export function findLink(text: string): string | undefined {
  const found = text.match(LINK)?.[0];
  return found !== undefined && URL.canParse(found) ? found : undefined;
}
