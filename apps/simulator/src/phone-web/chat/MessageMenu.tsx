import { Copy, CornerUpLeft, Plus } from 'lucide-react';
import { useState } from 'react';
import { EmojiPicker } from '../emoji/EmojiPicker.tsx';
import { useText } from '../i18n/language.ts';
import { kindOf } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useChat } from './chat-context.ts';
import styles from './message-menu.module.css';

const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '🙏', '🎉'] as const;

export function MessageMenu({ message, onClose }: { message: ShownMessage; onClose: () => void }) {
  const text = useText();
  const { react, startReply } = useChat();
  const [showsAll, setShowsAll] = useState(false);
  const own = message.reactions.find((reaction) => reaction.from === 'me')?.emoji;

  const choose = (emoji: string) => {
    react(message.id, emoji === own ? '' : emoji);
    onClose();
  };
  const copy = () => {
    void navigator.clipboard.writeText(kindOf(message).summarise(message, text)).catch(() => undefined);
    onClose();
  };

  return (
    <Sheet title={text.message.actions} onClose={onClose}>
      {showsAll ? (
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
            <IconButton icon={Plus} label={text.message.moreEmoji} onClick={() => setShowsAll(true)} />
          </div>
          <button
            type="button"
            className={styles.entry}
            onClick={() => {
              onClose();
              startReply(message);
            }}
          >
            <CornerUpLeft size={18} aria-hidden="true" />
            {text.message.reply}
          </button>
          <button type="button" className={styles.entry} onClick={copy}>
            <Copy size={18} aria-hidden="true" />
            {text.message.copy}
          </button>
        </>
      )}
    </Sheet>
  );
}
