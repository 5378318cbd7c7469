/** A sign-up to marketing inside WhatsApp (Meta: In-App Signup, 2026). */
export interface Signup {
  readonly id: string;
  readonly wabaId: string;
  readonly signupMessage: string;
  readonly confirmationMessage: string;
  readonly privacyPolicyUrl: string;
  readonly websiteUrl: string;
  readonly promoCode?: string | undefined;
  readonly displayName?: string | undefined;
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly createdAt: number;
}
