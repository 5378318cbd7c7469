import styles from './avatar.module.css';

/** A person or business by the first letters of their name, always in the same one of six inks. */
export function Avatar({ name, size = 40 }: { name: string; size?: number }) {
  return (
    <span
      className={styles.avatar}
      data-ink={inkOf(name)}
      style={{ inlineSize: size, blockSize: size, fontSize: size * 0.4 }}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = words.map((word) => Array.from(word)[0] ?? '');
  const isLatin = /^\p{Script=Latin}/u.test(name);
  return letters
    .slice(0, isLatin ? 2 : 1)
    .join('')
    .toUpperCase();
}

function inkOf(name: string): number {
  let mixed = 5381;
  for (const character of name) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return (mixed >>> 13) % 6;
}
