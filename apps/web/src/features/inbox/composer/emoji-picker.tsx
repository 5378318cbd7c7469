import { Trans, useLingui } from '@lingui/react/macro';
import { type EmojiPickerListComponents, EmojiPicker as Picker } from 'frimousse';
import { useLanguage } from '../../../lib/i18n.ts';
import styles from './emoji-picker.module.css';

export function EmojiPicker({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <Picker.Root
      className={styles.root}
      locale={language}
      emojibaseUrl="/emoji"
      columns={8}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
    >
      <Picker.Search
        className={styles.search}
        placeholder={t`Search emoji`}
        aria-label={t`Search emoji`}
        data-autofocus
      />
      <Picker.Viewport className={styles.viewport}>
        <Picker.Loading className={styles.note}>
          <Trans>Loading emoji…</Trans>
        </Picker.Loading>
        <Picker.Empty className={styles.note}>
          <Trans>No matches.</Trans>
        </Picker.Empty>
        <Picker.List components={components} />
      </Picker.Viewport>
    </Picker.Root>
  );
}

/** The same at every drawing: a cell that is made anew under the pointer loses its click. */
const components: EmojiPickerListComponents = {
  CategoryHeader: ({ category, ...props }) => (
    <div {...props} className={styles.category}>
      {category.label}
    </div>
  ),
  Row: ({ children, ...props }) => (
    <div {...props} className={styles.row} aria-rowindex={countedFromOne(props['aria-rowindex'])}>
      {children}
    </div>
  ),
  Emoji: ({ emoji, ...props }) => (
    <button
      type="button"
      role="gridcell"
      {...props}
      className={styles.emoji}
      aria-colindex={countedFromOne(props['aria-colindex'])}
    >
      {emoji.emoji}
    </button>
  ),
};

/** The picker counts from 0, ARIA from 1. */
function countedFromOne(index: number | undefined): number | undefined {
  return index === undefined ? undefined : index + 1;
}
