/** Somebody in the address book of a Business app. */
export interface SavedContact {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly fullName: string;
  readonly firstName?: string | undefined;
}
