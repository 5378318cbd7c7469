import { Suspense, useState } from 'react';
import { EmojiPicker } from '../emoji/EmojiPicker.tsx';
import { useText } from '../i18n/language.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { loadLater } from '../ui/load-later.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useChat } from './chat-context.ts';
import { MessageActions } from './MessageActions.tsx';
import { QuickReactions } from './QuickReactions.tsx';

const pages = {
  edit: loadLater(async () => (await import('./change/EditForm.tsx')).EditForm),
  forward: loadLater(async () => (await import('./change/ForwardSheet.tsx')).ForwardSheet),
} as const;

/** What can be done with one message. */
export function MessageMenu({ message, onClose }: { message: ShownMessage; onClose: () => void }) {
  const text = useText();
  const { react } = useChat();
  const [page, setPage] = useState<'menu' | 'emoji' | keyof typeof pages>('menu');
  const own = message.reactions.find((reaction) => reaction.from === 'me')?.emoji;
  const choose = (emoji: string) => {
    react(message.id, emoji === own ? '' : emoji);
    onClose();
  };

  if (page === 'edit' || page === 'forward') {
    const Page = pages[page];
    return (
      <Suspense fallback={null}>
        <Page message={message} onClose={onClose} />
      </Suspense>
    );
  }
  return (
    <Sheet title={text.message.actions} onClose={onClose}>
      {page === 'emoji' ? (
        <EmojiPicker onChoose={choose} />
      ) : (
        <>
          <QuickReactions own={own} onChoose={choose} onMore={() => setPage('emoji')} />
          <MessageActions message={message} onClose={onClose} onPage={setPage} />
        </>
      )}
    </Sheet>
  );
}
