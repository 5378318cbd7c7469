import type { JsonObject } from '../entities.ts';

/** Something that happens by itself at a date of the world: the end of a review, of a pause, of a notice. */
export interface Task {
  readonly id: string;
  /** What happens, by its name in the registry of tasks. */
  readonly name: string;
  /** World ms. */
  readonly at: number;
  readonly input: JsonObject;
}
