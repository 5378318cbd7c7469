/**
 * Parts of the wire → our fields. `[]` stands for any index and is taken over, in order:
 * `interactive.action.buttons[].reply` → `buttons[]` makes `buttons[1].title` of `…buttons[1].reply.title`.
 */
export type FieldNames = Readonly<Record<string, string>>;

/** Our name of a field that the provider's schema names; the longest part that is known decides. Pure. */
export function toContentPath(fields: FieldNames, wirePath: string): string {
  const known = Object.entries(fields).toSorted(([one], [other]) => other.length - one.length);
  for (const [wire, ours] of known) {
    const match = matcherOf(wire).exec(wirePath);
    if (!match) continue;
    const indices = match.slice(1);
    const path = ours.replace(/\[\]/g, () => `[${indices.shift() ?? ''}]`) + wirePath.slice(match[0].length);
    return path.replace(/^\./, '');
  }
  return wirePath;
}

/** Ends where the next key or index begins, never inside a name. */
function matcherOf(wire: string): RegExp {
  const pattern = wire.replace(/[.[\]]/g, '\\$&').replaceAll('\\[\\]', '\\[(\\d+)\\]');
  return new RegExp(`^${pattern}(?=$|[.[])`);
}
