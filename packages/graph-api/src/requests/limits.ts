/**
 * Length and count limits of outgoing messages, in characters where nothing else is said. Meta does not say what it
 * counts; Unicode code points are counted here. (Meta, pages of the message types, 2026-11)
 */
export const messageLimits = {
  textBody: 4096,
  caption: 1024,
  callbackData: 512,
  contactCards: 257,
  interactiveBody: 1024,
  listBody: 4096,
  headerText: 60,
  footer: 60,
  replyButtons: 3,
  replyButtonId: 256,
  replyButtonTitle: 20,
  listButton: 20,
  listSections: 10,
  /** In all sections together. */
  listRows: 10,
  listSectionTitle: 24,
  listRowId: 200,
  listRowTitle: 24,
  listRowDescription: 72,
  ctaUrlButton: 20,
  templateName: 512,
  templateQuickReplyPayload: 256,
  /** Meta's pages disagree (15 and 20): the larger is what the wire may carry, keep to 15 when writing. */
  couponCode: 20,
} as const;
