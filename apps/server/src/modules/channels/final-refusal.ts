import type { Problem } from '@renkei/contract';
import { finalCodes } from './registry.ts';

/** Whether the provider's table of codes says that the same must not be sent again. */
export function isFinalRefusal({ code, providerCode }: Pick<Problem, 'code' | 'providerCode'>): boolean {
  return (
    code === 'provider_refused' &&
    providerCode !== null &&
    finalCodes.some((isFinal) => isFinal(providerCode))
  );
}
