interface HighlightProps {
  readonly text: string;
  readonly part: string | undefined;
  /** Begins shortly before the part, for a line too short for the whole text. */
  readonly isClipped?: boolean;
}

const wordsBefore = 12;

export function Highlight({ text, part, isClipped = false }: HighlightProps) {
  const index = part === undefined || part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase());
  if (part === undefined || index < 0) return text;
  const start = isClipped && index > wordsBefore ? index - wordsBefore : 0;
  return (
    <>
      {start > 0 ? '…' : ''}
      {text.slice(start, index)}
      <mark>{text.slice(index, index + part.length)}</mark>
      {text.slice(index + part.length)}
    </>
  );
}
