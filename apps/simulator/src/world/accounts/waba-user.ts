/** A person or system user with tasks on a WABA (`/{waba}/assigned_users`). */
export interface WabaUser {
  readonly wabaId: string;
  readonly userId: string;
  readonly name: string;
  readonly tasks: readonly string[];
}

/** Who answers a chat when several responders share a number (Meta: conversation routing, 2026). */
export interface ThreadOwner {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly role: string;
}
