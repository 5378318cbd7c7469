/** What a provider's webhook tells about one template. What is left out has not changed. */
export interface TemplateUpdate {
  readonly wabaId: string;
  readonly providerTemplateId: string;
  /** The provider's time: what is older than what was told last changes nothing. */
  readonly toldAt: Date;
  /** APPROVED, REJECTED, PAUSED, DISABLED … */
  readonly status?: string | undefined;
  /** The provider's word for why: INVALID_FORMAT, PROMOTIONAL … */
  readonly statusReason?: string | undefined;
  readonly category?: string | undefined;
  /** GREEN, YELLOW, RED, UNKNOWN. */
  readonly quality?: string | undefined;
}
