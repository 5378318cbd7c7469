import { Trans, useLingui } from '@lingui/react/macro';
import { ClipboardCheck } from 'lucide-react';
import styles from '../content.module.css';
import { FactTable } from '../parts/fact-table.tsx';
import { Origin } from '../parts/origin.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function FlowReplyContent({ content }: ContentViewProps<'flow_reply'>) {
  const { t } = useLingui();
  const yesNo = { true: t`Yes`, false: t`No` };
  return (
    <div className={styles.wide}>
      <Origin icon={ClipboardCheck}>
        <Trans>Filled in the form</Trans>
      </Origin>
      {content.answers.length === 0 ? (
        <p className={styles.plain}>
          <Trans>The form was sent without answers.</Trans>
        </p>
      ) : (
        <FactTable
          caption={t`Answers`}
          facts={content.answers.map(({ key, value }) => ({
            name: labelOf(key),
            value: textOf(value, yesNo),
          }))}
        />
      )}
    </div>
  );
}

/** Keys as Meta's own form builder makes them, `screen_0_TextInput_1`, are left alone; others read better with spaces. */
function labelOf(key: string): string {
  return /^screen_\d/.test(key) ? key : key.replaceAll('_', ' ');
}

interface YesNo {
  readonly true: string;
  readonly false: string;
}

/** Lists are written out; what has a deeper shape is shown as it came. */
function textOf(value: unknown, yesNo: YesNo): string {
  if (typeof value === 'boolean') return yesNo[`${value}`];
  if (value === null || value === '') return '–';
  if (Array.isArray(value)) return value.map((item) => textOf(item, yesNo)).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
