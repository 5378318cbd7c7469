export interface TextPart {
  readonly text: string;
  /** Only http, https, mailto and tel; anything else stays text. */
  readonly href?: string;
}

const candidate =
  /(?:https?:\/\/|mailto:|tel:|www\.)[^\s<>"'`「」『』（）【】、。，！？　]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const trailing = /[.,;:!?)\]}*_~]+$/;

/** Finds what may be opened. */
export function parseLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const match of text.matchAll(candidate)) {
    const found = trimEnd(match[0]);
    const href = safeHref(found);
    if (href === undefined) continue;
    if (match.index > position) parts.push({ text: text.slice(position, match.index) });
    parts.push({ text: found, href });
    position = match.index + found.length;
  }
  if (position < text.length) parts.push({ text: text.slice(position) });
  return parts;
}

/** The address to open, or undefined for what must not be opened. */
export function safeHref(text: string): string | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : text.includes('@')
      ? `mailto:${text}`
      : `https://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}

/** Punctuation after an address belongs to the sentence; a closing bracket stays when the address opened it. */
function trimEnd(found: string): string {
  const end = trailing.exec(found)?.[0] ?? '';
  const trimmed = found.slice(0, found.length - end.length);
  return end.startsWith(')') && trimmed.includes('(') ? `${trimmed})` : trimmed;
}
