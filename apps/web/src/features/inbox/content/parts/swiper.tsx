import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import styles from './swiper.module.css';

interface SwiperProps {
  readonly label: string;
  readonly cards: readonly ReactNode[];
}

/** Cards beside each other, to swipe through: with a finger, the arrow keys or the buttons. */
export function Swiper({ label, cards }: SwiperProps) {
  const { t } = useLingui();
  const track = useRef<HTMLUListElement>(null);
  const go = (direction: -1 | 1) => {
    const element = track.current;
    if (element === null) return;
    const step = element.firstElementChild?.clientWidth ?? element.clientWidth;
    element.scrollBy({ left: direction * (step + gapPixels), behavior: 'smooth' });
  };
  return (
    <div className={styles.root}>
      <ul ref={track} className={styles.track} tabIndex={0} aria-label={label}>
        {cards.map((card, index) => (
          <li key={index} className={styles.card} aria-label={t`${index + 1} of ${cards.length}`}>
            {card}
          </li>
        ))}
      </ul>
      {cards.length < 2 ? null : (
        <div className={styles.buttons}>
          <ActionIcon
            variant="default"
            radius="xl"
            size={28}
            onClick={() => go(-1)}
            aria-label={t`Previous card`}
          >
            <ChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <span className={styles.count}>{t`${cards.length} cards`}</span>
          <ActionIcon variant="default" radius="xl" size={28} onClick={() => go(1)} aria-label={t`Next card`}>
            <ChevronRight size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}

/** As in the style sheet. */
const gapPixels = 8;
