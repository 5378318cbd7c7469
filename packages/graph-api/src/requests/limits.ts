/**
 * Length and count limits of outgoing messages, in characters where nothing else is said. Meta does not say what it
 * counts; Unicode code points are counted here. Free of imports, so that a composer can count with it in the browser.
 * (Meta, pages of the message types, 2026-11)
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
  flowButton: 30,
  productSections: 10,
  /** In all sections together. */
  products: 30,
  productSectionTitle: 24,
  carouselCardsMin: 2,
  carouselCards: 10,
  carouselCardBody: 160,
  carouselCardLineBreaks: 2,
  /** Not in Meta's pages: as many as a message with reply buttons may have. */
  carouselCardButtons: 3,
  voiceCallButton: 20,
  voiceCallPayload: 512,
  /** How long a voice-call button works: from a minute to 30 days. */
  voiceCallTtlMinutes: 43_200,
  /** India 35, Brazil 60: the larger is what the wire may carry. */
  orderReference: 60,
  orderItemName: 60,
  orderDescription: 60,
  orderStatusDescription: 120,
  orderExpirationDescription: 120,
  orderExpirationLeadSeconds: 300,
  pinDays: 30,
  /** Direct Send turns the text into a template's body. */
  directSendText: 1024,
  templateName: 512,
  templateParameter: 1024,
  templateQuickReplyPayload: 256,
  templateButtons: 10,
  /** Meta's pages disagree (15 and 20): the larger is what the wire may carry, keep to 15 when writing. */
  couponCode: 20,
} as const;

/** How long a message may wait for delivery, in seconds, by template category. (Meta, "Time to live", 2026) */
export const messageTtlSeconds = {
  authentication: { min: 30, max: 900 },
  utility: { min: 30, max: 43_200 },
  marketing: { min: 43_200, max: 2_592_000 },
} as const;
