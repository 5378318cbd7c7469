import { Trans, useLingui } from '@lingui/react/macro';
import { PhoneCall } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import styles from '../parts/parts.module.css';
import type { ContentViewProps } from '../view-props.ts';

export function CallPermissionRequestContent({
  content,
  files,
}: ContentViewProps<'call_permission_request'>) {
  const { t } = useLingui();
  return (
    <Framed body={content.body} files={files}>
      <p className={styles.footer}>
        <Trans>Asks whether we may call</Trans>
      </p>
      <ActionList actions={[{ icon: PhoneCall, label: t`Choose preference` }]} />
    </Framed>
  );
}
