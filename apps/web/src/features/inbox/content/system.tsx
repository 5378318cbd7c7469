import type { ContentViewProps } from './view-props.ts';

export function SystemContent({ content }: ContentViewProps<'system'>) {
  return content.body;
}
