import { type ErrorEntry, l } from './error-entry.ts';

/** The one sentence that a client must know without being told: an answer that is not ours carries none. */
export const internalError = {
  status: 500,
  title: l('Something went wrong on our side', 'サーバー内部でエラーが発生しました'),
  remedy: l(
    'Try again. If it stays, look for the request id in the server log.',
    'もう一度お試しください。続く場合は、サーバーのログでリクエストIDを検索してください。',
  ),
} as const satisfies ErrorEntry;
