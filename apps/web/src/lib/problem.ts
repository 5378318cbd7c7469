import type { Problem } from '@renkei/contract';
import { RenkeiError } from '@renkei/sdk';

/** The sentences for any failure; what is not ours is a defect of the page and says so. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RenkeiError) return error.problem;
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'page_failed',
    title: { en: 'This page has a fault', ja: '画面でエラーが発生しました' },
    detail: { en: reason, ja: reason },
    remedy: { en: 'Reload the page.', ja: 'ページを再読み込みしてください。' },
    source: null,
    providerCode: null,
  };
}
