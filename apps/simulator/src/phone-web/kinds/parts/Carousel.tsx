import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useText } from '../../i18n/language.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './carousel.module.css';

/** Cards side by side: swiped by touch, moved by two buttons with mouse and keyboard. */
export function CarouselRow({ children }: { children: ReactNode }) {
  const text = useText();
  const row = useRef<HTMLUListElement>(null);
  const move = (direction: 1 | -1) => {
    const width = row.current?.firstElementChild?.clientWidth ?? 0;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    row.current?.scrollBy({ left: direction * width, behavior: calm ? 'auto' : 'smooth' });
  };
  return (
    <section className={styles.carousel} aria-label={text.carousel.label}>
      <ul className={styles.cards} ref={row} data-swiped>
        {children}
      </ul>
      <div className={styles.buttons}>
        <IconButton icon={ChevronLeft} label={text.carousel.previous} onClick={() => move(-1)} />
        <IconButton icon={ChevronRight} label={text.carousel.next} onClick={() => move(1)} />
      </div>
    </section>
  );
}

export function CarouselCard({ children }: { children: ReactNode }) {
  return <li className={styles.card}>{children}</li>;
}
