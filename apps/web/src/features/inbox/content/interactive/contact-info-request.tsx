import { useLingui } from '@lingui/react/macro';
import { ContactRound } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function ContactInfoRequestContent({ content, files }: ContentViewProps<'contact_info_request'>) {
  const { t } = useLingui();
  return (
    <Framed body={content.body} files={files}>
      <ActionList actions={[{ icon: ContactRound, label: t`Share contact info` }]} />
    </Framed>
  );
}
