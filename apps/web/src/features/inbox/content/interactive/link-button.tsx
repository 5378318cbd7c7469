import { ExternalLink } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function LinkButtonContent({ content, files }: ContentViewProps<'link_button'>) {
  const { label, url } = content.link;
  return (
    <Framed {...content} files={files}>
      <ActionList actions={[{ icon: ExternalLink, label, href: url }]} />
    </Framed>
  );
}
