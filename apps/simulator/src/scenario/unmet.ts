/** Said by a step that does not hold; the runner adds file and line. */
export class Unmet extends Error {
  override readonly name = 'Unmet';
}
