/** A gettext catalogue, as far as this check needs it: message → translation ('' where there is none). */
export function readCatalog(text: string): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split('\n').filter((line) => !line.startsWith('#'));
    const id = readField(lines, 'msgid');
    const context = readField(lines, 'msgctxt');
    if (id !== undefined && id !== '')
      messages.set(context === undefined ? id : `${context}|${id}`, readField(lines, 'msgstr') ?? '');
  }
  return messages;
}

/** A field may go on in the following lines, each a quoted string. */
function readField(lines: readonly string[], field: string): string | undefined {
  const start = lines.findIndex((line) => line.startsWith(`${field} `));
  if (start < 0) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !line.startsWith('"'));
  const parts = [lines[start]?.slice(field.length + 1) ?? '', ...rest.slice(0, end < 0 ? rest.length : end)];
  return parts.map((part) => part.trim().slice(1, -1)).join('');
}

/** `{name}` and `<0>`: what a translation must keep, each once. Words in the arms of a plural are no names. */
export function placeholdersOf(message: string): readonly string[] {
  const found = message.matchAll(/(?<!\b(?:zero|one|two|few|many|other) |=\d+ )\{(\w+)|<\/?(\d+)\/?>/g);
  return [...new Set([...found].map(([, name, tag]) => name ?? `<${tag}>`))].toSorted();
}
