/** A line of credit Meta grants a Solution Partner, who pays with it for the accounts of customers. */
export interface CreditLine {
  readonly id: string;
  readonly portfolioId: string;
  readonly legalEntityName: string;
}

/** A part of a credit line that one account is charged to. */
export interface CreditAllocation {
  readonly id: string;
  readonly creditLineId: string;
  readonly wabaId: string;
  /** What the account then has as `primary_funding_id`. */
  readonly credentialId: string;
}
