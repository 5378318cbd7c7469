import { classifyGraphError } from '../error-codes.ts';

export interface GraphErrorInput {
  readonly code: number;
  readonly subcode?: number;
  /** Why this very call was refused. */
  readonly details?: string;
  /** Title and text for people, as template edges give them beside a subcode. */
  readonly userTitle?: string;
  readonly userMessage?: string;
  /** Instead of code and title, where Meta has a text of its own (expired tokens, unknown nodes). */
  readonly message?: string;
  readonly traceId: string;
  /** `OAuthException` for nearly everything; `GraphMethodException` for an unknown node. */
  readonly type?: string;
}

export interface GraphErrorAnswer {
  readonly httpStatus: number;
  /** Fits `graphErrorEnvelope`. */
  readonly body: { readonly error: Readonly<Record<string, unknown>> };
}

/** A refusal as Meta writes it, for whoever has to answer in its place. HTTP status and title come from the table. */
export function buildGraphError(input: GraphErrorInput): GraphErrorAnswer {
  const { code, subcode, details, userTitle, userMessage, traceId } = input;
  const { httpStatus, title } = classifyGraphError(code, subcode);
  return {
    httpStatus: httpStatus ?? 400,
    body: {
      error: {
        message: input.message ?? `(#${code}) ${title.en}`,
        type: input.type ?? 'OAuthException',
        code,
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        ...(userTitle === undefined ? {} : { error_user_title: userTitle }),
        ...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
        ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
        fbtrace_id: traceId,
      },
    },
  };
}
