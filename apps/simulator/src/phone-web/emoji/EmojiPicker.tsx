import { useText } from '../i18n/language.ts';
import { emojiGroups, emojiOf } from './emoji-groups.ts';
import styles from './emoji-picker.module.css';

export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const text = useText();
  return (
    <div className={styles.picker}>
      {emojiGroups.map((group) => (
        <fieldset key={group.name}>
          <legend>{text.emojiGroups[group.name]}</legend>
          {emojiOf(group).map((emoji) => (
            <button key={emoji} type="button" onClick={() => onChoose(emoji)}>
              {emoji}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
