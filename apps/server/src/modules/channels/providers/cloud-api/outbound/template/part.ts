import type { FieldNames } from '../content-path.ts';

/** One component of a template send, and of which of our fields it is made. */
export interface TemplatePart {
  readonly wire: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** Relative to the component. */
  readonly fields: FieldNames;
}
