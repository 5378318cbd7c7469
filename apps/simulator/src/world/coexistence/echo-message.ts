/** A message written by hand in the Business app of a coexistence number. `at` in world ms. */
export interface EchoMessage {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly type: string;
  /** The object (or array) that stands under the key named by `type`. */
  readonly content: unknown;
  readonly contextId?: string | undefined;
  readonly at: number;
}
