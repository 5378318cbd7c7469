import { Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useChat } from '../../chat/chat-context.ts';
import { splitRemaining } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.ts';
import styles from '../parts/kinds.module.css';

type LimitedTimeOfferProps = Readonly<{
  offer: Readonly<{ text: string; expiresAt?: number }>;
  code: string | undefined;
}>;

const SECOND_MS = 1_000;

/** An offer with its code, and how long it still holds by the world's clock. */
export function LimitedTimeOffer({ offer, code }: LimitedTimeOfferProps) {
  const text = useText();
  const { now } = useChat();
  const [at, setAt] = useState(now);
  const { expiresAt } = offer;
  const isOver = expiresAt !== undefined && at >= expiresAt;

  const left = splitRemaining((expiresAt ?? at) - at);

  useEffect(() => {
    if (expiresAt === undefined || isOver) return;
    const timer = setInterval(() => setAt(now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [expiresAt, isOver, now]);

  return (
    <div className={styles.card} data-offer>
      <Timer size={24} aria-hidden="true" />
      <span className={styles.cardText}>
        <strong>{offer.text}</strong>
        {expiresAt !== undefined && (
          <small role="timer">{isOver ? text.offer.over : text.offer.endsIn(left.days, left.clock)}</small>
        )}
        {code && <small>{text.offer.code(code)}</small>}
      </span>
    </div>
  );
}
