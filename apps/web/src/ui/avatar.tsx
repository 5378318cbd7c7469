import styles from './avatar.module.css';

interface AvatarProps {
  readonly name: string;
  /** Same seed, same colour. */
  readonly seed: string;
  readonly size?: 'small' | 'medium' | 'large';
}

export function Avatar({ name, seed, size = 'medium' }: AvatarProps) {
  return (
    <span className={styles.root} data-size={size} data-hue={hueOf(seed)} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** Latin names give two initials, Japanese and others their first character. */
export function initialsOf(name: string): string {
  const words = name.trim().replace(/^[@+]/, '').split(/\s+/);
  const [first = ''] = words;
  const initial = [...first][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return /^\p{Script=Latin}$/u.test(initial) ? (initial + last).toUpperCase() : initial;
}

function hueOf(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hash % 6;
}
