import { Package } from 'lucide-react';
import type { CSSProperties } from 'react';
import styles from './commerce.module.css';

/** A drawn picture: a virtual phone has no catalog with photos. The same product always has the same shade. */
export function ProductPicture({ retailerId, large = false }: { retailerId: string; large?: boolean }) {
  let mixed = 0;
  for (const character of retailerId) mixed = (mixed * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return (
    <span
      className={styles.picture}
      data-large={large || undefined}
      style={hueStyle(mixed)}
      aria-hidden="true"
    >
      <Package size={large ? 40 : 24} />
    </span>
  );
}

function hueStyle(hue: number): CSSProperties {
  // React's type for styles leaves custom properties out.
  return { '--hue': hue } as CSSProperties;
}
