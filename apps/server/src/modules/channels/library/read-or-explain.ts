import { RenkeiError } from '#platform/errors';
import { unreachable } from '../describe-refusal.ts';
import { ProviderCallError } from '../port.ts';

/** Asks the provider; a refusal becomes `code`, with the provider's own words as the detail. */
export async function readOrExplain<Value>(
  code: 'catalog_not_readable' | 'flows_not_readable',
  read: () => Promise<Value>,
): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderCallError)) throw error;
    const { refusal } = error;
    if (!refusal) throw unreachable(error);
    throw new RenkeiError(code, {
      detail: {
        en: `Meta answered ${refusal.code}: ${refusal.details}`,
        ja: `Metaの回答 ${refusal.code}：${refusal.details}`,
      },
      providerCode: refusal.code,
      cause: error,
    });
  }
}
