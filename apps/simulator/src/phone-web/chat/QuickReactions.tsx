import { Plus } from 'lucide-react';
import { useText } from '../i18n/language.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './message-menu.module.css';

const QUICK_REACTIONS = ['👍', '❤️', '😂', '😮', '🙏', '🎉'] as const;

type QuickReactionsProps = Readonly<{
  /** The person's own reaction so far. */
  own: string | undefined;
  onChoose: (emoji: string) => void;
  onMore: () => void;
}>;

export function QuickReactions({ own, onChoose, onMore }: QuickReactionsProps) {
  const text = useText();
  return (
    <div className={styles.reactions}>
      {QUICK_REACTIONS.map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-pressed={emoji === own}
          aria-label={emoji === own ? text.message.removeReaction : text.message.reactWith(emoji)}
          onClick={() => onChoose(emoji)}
        >
          {emoji}
        </button>
      ))}
      <IconButton icon={Plus} label={text.message.moreEmoji} onClick={onMore} />
    </div>
  );
}
