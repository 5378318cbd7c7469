import styles from './wordmark.module.css';

/** Two links that hold each other: 連 (to link) and 携 (to carry together). */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="9" fill="#333f88" />
      <g fill="none" strokeWidth="3">
        <rect x="6.500" y="10" width="12" height="12" rx="4" stroke="#fff" />
        <path d="M17 10h4.500a4 4 0 0 1 4 4v4a4 4 0 0 1-4 4H17" stroke="#ff8a66" strokeLinecap="round" />
      </g>
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className={styles.root}>
      <Mark size={36} />
      <span className={styles.name}>Renkei</span>
      <span className={styles.kanji} lang="ja">
        連携
      </span>
    </span>
  );
}
