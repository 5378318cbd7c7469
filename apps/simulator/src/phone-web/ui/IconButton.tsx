import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import styles from './buttons.module.css';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon;
  label: string;
  tone?: 'plain' | 'accent';
};

export function IconButton({ icon: Icon, label, tone = 'plain', ...rest }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} className={styles.icon} data-tone={tone} {...rest}>
      <Icon size={20} aria-hidden="true" />
    </button>
  );
}
