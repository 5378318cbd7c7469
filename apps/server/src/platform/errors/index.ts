import { describeError, type ErrorCode, type Localized, type Problem } from '@renkei/contract';

interface RenkeiErrorOptions {
  /** What happened in this very case. Defaults to the title. */
  readonly detail?: Localized;
  readonly providerCode?: number;
  /** Instead of the table's remedy, when this case has a better one. */
  readonly remedy?: Localized;
  /** Instead of the table's source, when this case has a closer one. */
  readonly source?: string;
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  readonly cause?: unknown;
}

/** Every refusal the product gives. Codes live in the contract's error table. */
export class RenkeiError extends Error {
  readonly code: ErrorCode;
  readonly problem: Problem;
  readonly status: number;
  readonly fields: readonly { readonly path: string; readonly message: string }[];

  constructor(code: ErrorCode, options: RenkeiErrorOptions = {}) {
    const problem = createProblem(code, options);
    super(`${code}: ${problem.detail.en}`, { cause: options.cause });
    this.name = 'RenkeiError';
    this.code = code;
    this.problem = problem;
    this.status = describeError(code).status;
    this.fields = options.fields ?? [];
  }
}

/** A refusal as problem+json (RFC 9457), as the contract describes it. */
export function describeProblem({ code, status, problem, fields }: RenkeiError) {
  return {
    type: `/docs/errors/${code}`,
    title: problem.title.en,
    titles: problem.title,
    status,
    code,
    detail: problem.detail,
    remedy: problem.remedy,
    source: problem.source,
    providerCode: problem.providerCode,
    ...(fields.length > 0 ? { fields } : {}),
  };
}

/** The same refusal as a value: what is stored with a message or shown on a channel. */
export function createProblem(code: ErrorCode, options: RenkeiErrorOptions = {}): Problem {
  const entry = describeError(code);
  return {
    code,
    title: entry.title,
    detail: options.detail ?? entry.title,
    remedy: options.remedy ?? entry.remedy,
    source: options.source ?? entry.source ?? null,
    providerCode: options.providerCode ?? null,
  };
}
