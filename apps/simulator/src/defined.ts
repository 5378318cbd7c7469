type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Without the keys whose value is undefined, which would hide a default when spread. */
export function defined<Value extends object>(value: Value): Partial<Defined<Value>> {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  // Object.fromEntries forgets the keys' types; they are those of the input.
  return Object.fromEntries(entries) as Partial<Defined<Value>>;
}
