/**
 * How long texts may be and how many of a thing there may be, for counting while somebody writes. Characters are Unicode
 * code points, minutes and days are whole. They are the provider's own limits, the same that the gate judges by: a test
 * of the server holds them equal. Source: Meta, Cloud API, the pages of the message types (2026-11).
 */
export const contentLimits = {
  textBody: 4096,
  caption: 1024,
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
  carouselCardButtons: 3,
  voiceCallButton: 20,
  voiceCallPayload: 512,
  voiceCallTtlMinutes: 43_200,
  orderReference: 60,
  orderItemName: 60,
  orderDescription: 60,
  orderStatusDescription: 120,
  orderExpirationDescription: 120,
  orderExpirationLeadSeconds: 300,
  pinDays: 30,
  templateParameter: 1024,
  templateQuickReplyPayload: 256,
  couponCode: 20,
} as const;

/** As people and the provider count: an emoji outside the basic plane is one character, not two. */
export function countCharacters(text: string): number {
  return [...text].length;
}
