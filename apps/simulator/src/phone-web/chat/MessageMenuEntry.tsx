import type { LucideIcon } from 'lucide-react';
import styles from './message-menu.module.css';

type MenuEntryProps = Readonly<{ icon: LucideIcon; label: string; onPress: () => void }>;

export function MenuEntry({ icon: Icon, label, onPress }: MenuEntryProps) {
  return (
    <button type="button" className={styles.entry} onClick={onPress}>
      <Icon size={18} aria-hidden="true" />
      {label}
    </button>
  );
}
