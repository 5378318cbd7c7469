interface OfTemplate {
  readonly templateId: string;
}

interface Heartbeat extends OfNumber {
  readonly onboardedAt: number;
}

interface OfNumber {
  readonly phoneNumberId: string;
}

/** What can be planned, and what each task is told of itself. */
export interface TaskInputs {
  readonly 'call-missed': { readonly callId: string };
  readonly 'name-reviewed': OfNumber & { readonly name: string };
  readonly 'official-account-reviewed': OfNumber;
  readonly 'template-reviewed': OfTemplate & { readonly startedAt: number };
  readonly 'template-unpaused': OfTemplate & { readonly pauseCount: number };
  readonly 'template-recategorised': OfTemplate & { readonly category: string };
  readonly 'template-deleted': OfTemplate;
  readonly 'archived-deleted': OfTemplate & { readonly archivedAt: number };
  readonly 'pacing-decided': OfTemplate;
  readonly 'limit-grown': { readonly portfolioId: string; readonly tier: string };
  readonly 'growth-refused': { readonly portfolioId: string };
  readonly 'throughput-upgrade': OfNumber;
  readonly 'throughput-upgraded': OfNumber;
  readonly 'primary-idle': Heartbeat;
  readonly 'companion-idle': Heartbeat;
}

export type TaskName = keyof TaskInputs;
