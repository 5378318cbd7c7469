import type { Message } from '@renkei/contract';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '../../../../lib/lazy-with-words.ts';
import { MessageActionsButton } from './message-actions-button.tsx';

const MessageMenu = lazyWithWords(async () => (await import('./message-menu.tsx')).MessageMenu);

interface MessageActionsProps {
  readonly message: Message;
  readonly onReply: (message: Message) => void;
}

/** The button beside a message. Its menu is fetched when somebody opens one. */
export function MessageActions(props: MessageActionsProps) {
  const [isWanted, setIsWanted] = useState(false);
  const button = <MessageActionsButton onClick={() => setIsWanted(true)} />;
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MessageMenu {...props} />
    </Suspense>
  );
}
