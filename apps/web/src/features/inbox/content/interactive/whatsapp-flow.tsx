import { Trans } from '@lingui/react/macro';
import { ClipboardList } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import styles from '../parts/parts.module.css';
import { useFlow } from '../use-flow.ts';
import type { ContentViewProps } from '../view-props.ts';

export function WhatsAppFlowContent({ content, files }: ContentViewProps<'whatsapp_flow'>) {
  const { flow, opens, mode } = content;
  const known = useFlow('id' in flow ? flow.id : null);
  const name = 'id' in flow ? (known?.name ?? flow.id) : flow.name;
  return (
    <Framed {...content} files={files}>
      <ActionList actions={[{ icon: ClipboardList, label: content.button }]} />
      <p className={styles.footer}>
        <Trans>WhatsApp Flow {name}</Trans>
        {opens === undefined ? null : ` · ${opens.screen}`}
        {mode === 'draft' ? (
          <>
            {' · '}
            <Trans>Draft: opens only on test phones</Trans>
          </>
        ) : null}
      </p>
    </Framed>
  );
}
