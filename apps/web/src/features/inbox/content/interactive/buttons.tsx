import { Reply } from 'lucide-react';
import { ActionList } from '../parts/action-list.tsx';
import { Framed } from '../parts/framed.tsx';
import type { ContentViewProps } from '../view-props.ts';

export function ButtonsContent({ content, files }: ContentViewProps<'buttons'>) {
  return (
    <Framed {...content} files={files}>
      <ActionList actions={content.buttons.map(({ title }) => ({ icon: Reply, label: title }))} />
    </Framed>
  );
}
