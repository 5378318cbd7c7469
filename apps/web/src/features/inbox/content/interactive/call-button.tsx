import { useLingui } from '@lingui/react/macro';
import { Phone } from 'lucide-react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { ActionList } from '../parts/action-list.tsx';
import { formatMinutes } from '../parts/format.ts';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';

/** Meta's, when none is given: seven days. */
const defaultTtlMinutes = 10_080;

export function CallButtonContent({ content, files }: ContentViewProps<'call_button'>) {
  const { t } = useLingui();
  const span = formatMinutes(content.ttlMinutes ?? defaultTtlMinutes, useLanguage());
  return (
    <Framed body={content.body} files={files}>
      <ActionList
        actions={[{ icon: Phone, label: content.label ?? t`Call now`, detail: t`Works for ${span}` }]}
      />
    </Framed>
  );
}
