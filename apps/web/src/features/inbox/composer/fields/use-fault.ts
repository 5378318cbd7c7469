import { useLingui } from '@lingui/react';
import type { Fault } from './field.ts';

/** The sentence about the field itself, if there is something wrong with it. */
export function useFault(faults: readonly Fault[]): string | null {
  const { i18n } = useLingui();
  const own = faults.find(({ path }) => path === '');
  return own === undefined ? null : i18n._(own.message);
}
