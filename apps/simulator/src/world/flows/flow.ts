/** Where a flow stands; `THROTTLED` and `BLOCKED` come from the health of its endpoint. */
export type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'THROTTLED' | 'BLOCKED';

/** A fault of a flow's JSON, as Graph answers it. Lines and columns count from 1. */
export interface FlowValidationError {
  readonly error: string;
  readonly error_type: 'FLOW_JSON_ERROR';
  readonly message: string;
  readonly line_start: number;
  readonly line_end: number;
  readonly column_start: number;
  readonly column_end: number;
  readonly pointers?: readonly FlowErrorPointer[];
}

export interface FlowErrorPointer {
  readonly line_start: number;
  readonly line_end: number;
  readonly column_start: number;
  readonly column_end: number;
  readonly path: string;
}

/** A WhatsApp Flow. `json` is the text as it was uploaded; a phone renders its screens. */
export interface Flow {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly status: FlowStatus;
  readonly json?: string | undefined;
  readonly validationErrors: readonly FlowValidationError[];
  readonly endpointUri?: string | undefined;
  /** The app whose secret signs the data exchange. */
  readonly applicationId?: string | undefined;
  readonly previewToken: string;
  readonly previewExpiresAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One question to a flow's endpoint. Times in world ms, the duration in real ms. */
export interface FlowExchange {
  readonly at: number;
  readonly durationMs: number;
  /** Meta's name of what went wrong, such as `TIMEOUT`. */
  readonly error?: string | undefined;
}

/** How a flow's endpoint has done within the last hour, and which alerts stand. */
export interface FlowHealth {
  readonly flowId: string;
  readonly recent: readonly FlowExchange[];
  readonly alerts: readonly ('ENDPOINT_ERROR_RATE' | 'ENDPOINT_LATENCY')[];
}
