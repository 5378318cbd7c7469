/**
 * One rule of this repository, written as a small script that explains itself in its header.
 * `npm run check` runs all of them; `npm run check -- imports tables` runs those named.
 */
export interface Guard {
  readonly name: string;
  check(): Promise<Findings>;
}

export interface Findings {
  /** How much was looked at. A guard that looked at nothing fails: it is blind, not content. */
  readonly looked: { readonly count: number; readonly at: string };
  /** One line each, beginning with the path it is about. Any of them fails the check. */
  readonly problems: readonly string[];
  /** Worth a look, but no failure. */
  readonly notes?: readonly string[];
}
