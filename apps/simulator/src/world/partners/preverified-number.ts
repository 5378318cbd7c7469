/** A number a partner has proved to hold before a customer chooses it. Times in world ms. */
export interface PreverifiedNumber {
  readonly id: string;
  readonly portfolioId: string;
  readonly displayPhoneNumber: string;
  readonly digits: string;
  readonly verifiedAt?: number | undefined;
  /** Portfolios of the partners it is shared with. */
  readonly partnerIds: readonly string[];
}

export const preverifiedStatuses = ['NOT_VERIFIED', 'VERIFIED', 'EXPIRED'] as const;

/** A verification lasts 90 days. (UNCONFIRMED) */
const verificationMs = 90 * 24 * 60 * 60 * 1000;

export function preverifiedStatus(
  { verifiedAt }: PreverifiedNumber,
  now: number,
): (typeof preverifiedStatuses)[number] {
  if (verifiedAt === undefined) return 'NOT_VERIFIED';
  return now < verifiedAt + verificationMs ? 'VERIFIED' : 'EXPIRED';
}

/** Its owner may give it to customers, and every partner it is shared with. */
export function isUsableBy({ portfolioId, partnerIds }: PreverifiedNumber, businessId: string): boolean {
  return portfolioId === businessId || partnerIds.includes(businessId);
}
