import { Trans } from '@lingui/react/macro';
import type { ChannelCheck } from '@renkei/contract';
import { Check, CircleDashed, X } from 'lucide-react';
import { useLocalized } from '../../../lib/i18n.ts';
import styles from './check-result.module.css';

interface CheckResultProps {
  readonly check: ChannelCheck | undefined;
  readonly isChecking: boolean;
}

const icons = { ok: Check, failed: X, skipped: CircleDashed } as const;

export function CheckResult({ check, isChecking }: CheckResultProps) {
  const localized = useLocalized();
  if (isChecking) {
    return (
      <output className={styles.root}>
        <Trans>Asking the provider…</Trans>
      </output>
    );
  }
  if (check === undefined) return null;
  const Icon = icons[check.outcome];
  return (
    <output className={styles.root} data-outcome={check.outcome}>
      <Icon size={15} aria-hidden />
      <span>
        {localized(check.says)}
        {check.problem === null ? null : (
          <>
            <br />
            {localized(check.problem.detail) === localized(check.says)
              ? null
              : `${localized(check.problem.detail)} `}
            {localized(check.problem.remedy)}
          </>
        )}
      </span>
    </output>
  );
}
