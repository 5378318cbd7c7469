/** Limits of template definitions, in characters where nothing else is said. (Meta, "Template components", 2026) */
export const templateLimits = {
  name: 512,
  headerText: 60,
  headerVariables: 1,
  bodyText: 1024,
  limitedTimeOfferBody: 600,
  /** In the cards of a carousel and in single-product templates. */
  shortBody: 160,
  footerText: 60,
  offerText: 16,
  buttons: 10,
  buttonText: 25,
  url: 2000,
  phoneNumber: 20,
  /** Meta's pages disagree (15 and 20): what the wire may carry. */
  couponCode: 20,
  voiceCallText: 20,
  voiceCallTtlMinutes: { min: 1440, max: 43_200 },
  cardsMin: 2,
  cards: 10,
  cardButtons: 2,
  supportedApps: 5,
  packageName: 224,
  signatureHash: 11,
  codeExpirationMinutes: 90,
  upsertLanguages: 100,
} as const;
