/** What a parameter lists: `a,b`, or a list. */
export function listValues(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => (typeof each === 'string' ? each.split(',') : JSON.stringify(each)));
}
