/** What a kind of button asks of the template it stands in. */
export interface TemplateButtonRule {
  /** How many of it one template may have. */
  readonly max: number;
  /** Stands without any other button. */
  readonly alone?: true;
}

/**
 * By kind. Counts are Meta's; that the shopping buttons stand alone is read from Meta's examples (unconfirmed).
 * (Meta, "Template components", 2026)
 */
export const templateButtonRules: Readonly<Record<string, TemplateButtonRule>> = {
  QUICK_REPLY: { max: 10 },
  URL: { max: 2 },
  PHONE_NUMBER: { max: 1 },
  COPY_CODE: { max: 1 },
  FLOW: { max: 1 },
  VOICE_CALL: { max: 1 },
  REQUEST_CONTACT_INFO: { max: 1 },
  CATALOG: { max: 1, alone: true },
  MPM: { max: 1, alone: true },
  SPM: { max: 1, alone: true },
  ORDER_DETAILS: { max: 1, alone: true },
  OTP: { max: 1, alone: true },
};
