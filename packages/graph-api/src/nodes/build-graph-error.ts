import { classifyGraphError } from '../error-codes.ts';

export interface GraphErrorInput {
  readonly code: number;
  readonly subcode?: number;
  /** Why this very call was refused. */
  readonly details?: string;
  readonly traceId: string;
  /** `OAuthException` for nearly everything; `GraphMethodException` for an unknown node. */
  readonly type?: string;
}

/** A refusal as Meta writes it, for whoever has to answer in its place. HTTP status and title come from the table. */
export function buildGraphError({
  code,
  subcode,
  details,
  traceId,
  type = 'OAuthException',
}: GraphErrorInput) {
  const { httpStatus, title } = classifyGraphError(code, subcode);
  return {
    status: httpStatus ?? 400,
    body: {
      error: {
        message: `(#${code}) ${title}`,
        type,
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: traceId,
      },
    },
  };
}
