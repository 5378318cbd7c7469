import type { Message } from '@renkei/contract';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '../../../../lib/lazy-with-words.ts';
import { EditedButton } from './edited-button.tsx';

const EarlierVersions = lazyWithWords(async () => (await import('./earlier-versions.tsx')).EarlierVersions);

/** Says that a message was changed; what it said before opens beside it, and is fetched when somebody asks. */
export function EditedMark({ versions }: { readonly versions: Message['earlierVersions'] }) {
  const [isWanted, setIsWanted] = useState(false);
  const button = <EditedButton onClick={() => setIsWanted(true)} />;
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <EarlierVersions versions={versions} />
    </Suspense>
  );
}
