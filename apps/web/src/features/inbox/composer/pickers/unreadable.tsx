import type { Problem } from '@renkei/contract';
import { useLocalized } from '../../../../lib/i18n.ts';

/** Why the provider tells nothing, and what to do; ids can still be typed. */
export function Unreadable({ problem }: { readonly problem: Problem }) {
  const localized = useLocalized();
  return (
    <>
      <strong>{localized(problem.title)}</strong>
      <br />
      {localized(problem.remedy)}
    </>
  );
}
