/** The loudness of a piece of sound, as its share of the loudest; `at` is where it is, 0 to 1. */
export interface Level {
  readonly at: number;
  readonly level: number;
}
