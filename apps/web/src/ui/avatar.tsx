import type { LucideIcon } from 'lucide-react';
import styles from './avatar.module.css';

interface AvatarProps {
  readonly name: string;
  /** Same seed, same colour. */
  readonly seed: string;
  readonly size?: 'small' | 'medium' | 'large';
  /** Instead of initials, for what is no person. */
  readonly icon?: LucideIcon | undefined;
}

export function Avatar({ name, seed, size = 'medium', icon: Icon }: AvatarProps) {
  return (
    <span className={styles.root} data-size={size} data-hue={hueOf(seed)} aria-hidden>
      {Icon === undefined ? initialsOf(name) : <Icon size={iconSizes[size]} strokeWidth={1.8} />}
    </span>
  );
}

const iconSizes = { small: 15, medium: 20, large: 30 } as const;

/** Latin names give two initials, Japanese and others their first character. */
export function initialsOf(name: string): string {
  const words = name.trim().replace(/^[@+]/, '').split(/\s+/);
  const [first = ''] = words;
  const initial = [...first][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return /^\p{Script=Latin}$/u.test(initial) ? (initial + last).toUpperCase() : initial;
}

/** One of the six dyes, by the seed. */
export function hueOf(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % 6;
}
