import { Phone, PhoneOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDuration } from '../i18n/dates.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import styles from './chat.module.css';
import { useChat } from './chat-context.ts';

const SECOND_MS = 1_000;

/** A call that rings or is spoken: picked up, declined, hung up. */
export function CallBar() {
  const text = useText();
  const { chat, act } = useChat();
  const { call } = chat;
  if (!call) return null;
  const isSpoken = call.acceptedAt !== undefined;
  const rings = call.direction === 'incoming' ? text.calls.incoming : text.calls.outgoing;
  const isToAnswer = call.direction === 'incoming' && !isSpoken;
  return (
    <section className={styles.call} aria-label={text.calls.call}>
      <p role="status">{isSpoken ? text.calls.spoken : rings}</p>
      {call.acceptedAt !== undefined && <SpokenTime acceptedAt={call.acceptedAt} />}
      {isToAnswer && (
        <Button tone="accent" onClick={() => act('answer-call', { callId: call.id })}>
          <Phone size={16} aria-hidden="true" /> {text.calls.answer}
        </Button>
      )}
      <Button onClick={() => act(isToAnswer ? 'reject-call' : 'hang-up', { callId: call.id })}>
        <PhoneOff size={16} aria-hidden="true" /> {isToAnswer ? text.calls.reject : text.calls.hangUp}
      </Button>
    </section>
  );
}

function SpokenTime({ acceptedAt }: { acceptedAt: number }) {
  const { now } = useChat();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [now]);
  return <time aria-hidden="true">{formatDuration(Math.max(0, at - acceptedAt) / SECOND_MS)}</time>;
}
