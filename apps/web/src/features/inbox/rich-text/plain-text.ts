import { type Inline, parseWhatsAppText } from './parse-whatsapp-text.ts';

/** A text without its formatting, on one line: for lists and quotes. */
export function plainText(text: string): string {
  return parseWhatsAppText(text)
    .map((block) => (block.kind === 'fixed' ? block.text : block.lines.map(lineText).join(' ')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function lineText(line: readonly Inline[]): string {
  return line.map((inline) => ('text' in inline ? inline.text : lineText(inline.children))).join('');
}
