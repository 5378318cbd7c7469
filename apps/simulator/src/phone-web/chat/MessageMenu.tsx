import { Copy, CornerUpLeft, Forward, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useSide } from '../app/side.ts';
import { EmojiPicker } from '../emoji/EmojiPicker.tsx';
import { useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { canBeForwarded } from './change/forwardable.ts';
import { useChat } from './chat-context.ts';
import { MenuEntry } from './MessageMenuEntry.tsx';
import styles from './message-menu.module.css';

const EditForm = lazy(() => import('./change/EditForm.tsx'));
const ForwardSheet = lazy(() => import('./change/ForwardSheet.tsx'));

const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '🙏', '🎉'] as const;

/** How long a message can be changed and taken back (Meta: messages webhook, edit and revoke). */
const EDITABLE_MS = 15 * 60 * 1000;
const REVOCABLE_MS = 2 * 24 * 60 * 60 * 1000;
const EDITABLE_TYPES: ReadonlySet<string> = new Set(['text', 'image', 'video', 'document']);

export function MessageMenu({ message, onClose }: { message: ShownMessage; onClose: () => void }) {
  const text = useText();
  const side = useSide();
  const { react, startReply, sendSilently, now } = useChat();
  const [page, setPage] = useState<'menu' | 'emoji' | 'edit' | 'forward'>('menu');
  const own = message.reactions.find((reaction) => reaction.from === 'me')?.emoji;
  // What the API sent cannot be changed by anybody.
  const isChangeable = message.direction === 'sent' && !message.byApi;
  const ageMs = isChangeable ? now() - message.timestamp : Number.POSITIVE_INFINITY;

  const choose = (emoji: string) => {
    react(message.id, emoji === own ? '' : emoji);
    onClose();
  };
  const copy = () => {
    void navigator.clipboard.writeText(summarise(message, text)).catch(() => undefined);
    onClose();
  };
  const revoke = () => {
    sendSilently('revoke', { messageId: message.id });
    onClose();
  };

  if (page === 'edit' || page === 'forward') {
    const Page = page === 'edit' ? EditForm : ForwardSheet;
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
          <div className={styles.reactions}>
            {QUICK_REACTIONS.map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-pressed={emoji === own}
                aria-label={emoji === own ? text.message.removeReaction : text.message.reactWith(emoji)}
                onClick={() => choose(emoji)}
              >
                {emoji}
              </button>
            ))}
            <IconButton icon={Plus} label={text.message.moreEmoji} onClick={() => setPage('emoji')} />
          </div>
          <MenuEntry
            icon={CornerUpLeft}
            label={text.message.reply}
            onPress={() => {
              onClose();
              startReply(message);
            }}
          />
          <MenuEntry icon={Copy} label={text.message.copy} onPress={copy} />
          {side === 'customer' && canBeForwarded(message) && (
            <MenuEntry icon={Forward} label={text.change.forward} onPress={() => setPage('forward')} />
          )}
          {ageMs <= EDITABLE_MS && EDITABLE_TYPES.has(message.type) && (
            <MenuEntry icon={Pencil} label={text.change.edit} onPress={() => setPage('edit')} />
          )}
          {ageMs <= REVOCABLE_MS && <MenuEntry icon={Trash2} label={text.change.revoke} onPress={revoke} />}
        </>
      )}
    </Sheet>
  );
}
