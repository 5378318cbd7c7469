/** A code on its way to a number, by text message or call. `at` in world ms. */
export interface SentCode {
  readonly code: string;
  readonly method: 'SMS' | 'VOICE';
  readonly language: string;
  readonly at: number;
  readonly wrongCount: number;
}

/** How a number came to the Cloud API: codes, PIN attempts and the budget of its registrations. Times in world ms. */
export interface Registration {
  readonly phoneNumberId: string;
  readonly code?: SentCode | undefined;
  readonly codeRequests: readonly number[];
  /** Calls of `register` and `deregister`. */
  readonly calls: readonly number[];
  readonly wrongPins: readonly number[];
}
