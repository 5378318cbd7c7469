import { useLingui } from '@lingui/react/macro';
import { MapPin } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function LocationRequestContent({ content, files }: ContentViewProps<'location_request'>) {
  const { t } = useLingui();
  return (
    <Framed body={content.body} files={files}>
      <ActionList actions={[{ icon: MapPin, label: t`Send location` }]} />
    </Framed>
  );
}
