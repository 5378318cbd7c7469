/** What a person decided about one business. */
export interface Choices {
  readonly blocked: boolean;
  /** Marketing messages of this business were stopped. */
  readonly marketingStopped: boolean;
  readonly reportedAt?: number | undefined;
}
