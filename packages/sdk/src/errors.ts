import { type ErrorCode, internalError, type Localized, type Problem } from '@renkei/contract';
import * as z from 'zod';

/** What can go wrong before the API has answered, or when its answer cannot be read. */
export type ClientErrorCode = 'network_unreachable' | 'answer_unreadable' | 'aborted';

/** The codes of the contract that this client was made with; a newer server may answer with others. */
export type AnyErrorCode = ErrorCode | ClientErrorCode | (string & Record<never, never>);

/**
 * Every failure of a call. `problem` holds the sentences to show, in both languages;
 * `status` is 0 when no answer came; `fields` names the parts of the request that are wrong.
 */
export class RenkeiError extends Error {
  override readonly name = 'RenkeiError';
  readonly code: AnyErrorCode;
  readonly status: number;
  readonly problem: Problem;
  readonly fields: readonly FieldProblem[];

  constructor(code: AnyErrorCode, status: number, problem: Problem, fields: readonly FieldProblem[] = []) {
    super(`${code}: ${problem.detail.en}`);
    this.code = code;
    this.status = status;
    this.problem = problem;
    this.fields = fields;
  }
}

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

const clientProblems: Readonly<Record<ClientErrorCode, Pick<Problem, 'title' | 'detail' | 'remedy'>>> = {
  network_unreachable: {
    title: { en: 'The server cannot be reached', ja: 'サーバーに接続できません' },
    detail: { en: 'No answer came from the server.', ja: 'サーバーから応答がありません。' },
    remedy: {
      en: 'Check the connection and try again. Nothing you typed is lost.',
      ja: '接続を確認してもう一度お試しください。入力した内容は失われません。',
    },
  },
  answer_unreadable: {
    title: { en: 'The answer could not be read', ja: '応答を読み取れませんでした' },
    detail: { en: 'The server answered something unexpected.', ja: 'サーバーから想定外の応答がありました。' },
    remedy: {
      en: 'Reload the page; client and server may be of different versions.',
      ja: 'ページを再読み込みしてください。クライアントとサーバーのバージョンが異なる可能性があります。',
    },
  },
  aborted: {
    title: { en: 'Cancelled', ja: 'キャンセルしました' },
    detail: { en: 'The request was cancelled.', ja: 'リクエストはキャンセルされました。' },
    remedy: { en: 'Try again if it was not on purpose.', ja: '意図しない場合はもう一度お試しください。' },
  },
};

/** A failure on this side of the wire. */
export function clientError(code: ClientErrorCode, detail?: string): RenkeiError {
  const { title, detail: known, remedy } = clientProblems[code];
  const problem = {
    code,
    title,
    detail: detail === undefined ? known : { en: detail, ja: detail },
    remedy,
    source: null,
    providerCode: null,
  };
  return new RenkeiError(code, 0, problem);
}

const localized = z.object({ en: z.string(), ja: z.string() });

/**
 * problem+json (RFC 9457) as our API writes it: `title` is the English sentence, `titles` has both. All sentences come with the
 * answer, so that a client need not carry those of every code, and shows codes that were added after it was made.
 */
const problemDetailsSchema = z.object({
  code: z.string(),
  title: z.string(),
  titles: localized.optional(),
  detail: z.union([z.string(), localized]).optional(),
  remedy: localized.optional(),
  source: z.string().nullish(),
  providerCode: z.number().int().nullish(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** The error that an answer with this status and body stands for; never throws. */
export function errorFromAnswer(status: number, body: unknown): RenkeiError {
  const parsed = problemDetailsSchema.safeParse(body);
  if (!parsed.success) return status >= 500 || status === 0 ? internal(status) : unreadable(status);
  const {
    code,
    title,
    titles = inBothLanguages(title),
    detail,
    remedy,
    source,
    providerCode,
    fields,
  } = parsed.data;
  const problem = {
    code,
    title: titles,
    detail: detail === undefined ? titles : inBothLanguages(detail),
    remedy: remedy ?? internalError.remedy,
    source: source ?? null,
    providerCode: providerCode ?? null,
  };
  return new RenkeiError(code, status, problem, fields);
}

function internal(status: number): RenkeiError {
  const { title, remedy } = internalError;
  const problem = { code: 'internal', title, detail: title, remedy, source: null, providerCode: null };
  return new RenkeiError('internal', status, problem);
}

function unreadable(status: number): RenkeiError {
  return new RenkeiError(
    'answer_unreadable',
    status,
    clientError('answer_unreadable', `HTTP ${status}`).problem,
  );
}

function inBothLanguages(text: string | Localized): Localized {
  return typeof text === 'string' ? { en: text, ja: text } : text;
}
