import type { Content } from '@renkei/contract';
import { contentEntry } from './registry.ts';
import type { Files } from './view-props.ts';

interface ContentViewComponentProps {
  readonly content: Content;
  readonly files: Files;
}

/** Content of any kind, as it is shown in a bubble and in the preview of what is being written. */
export function ContentView({ content, files }: ContentViewComponentProps) {
  const { view: View } = contentEntry(content);
  return <View content={content} files={files} />;
}
