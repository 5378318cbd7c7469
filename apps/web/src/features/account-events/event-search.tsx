import { useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import styles from './account-events.module.css';

const pauseMs = 250;

interface EventSearchProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Waits until somebody has stopped typing; half-converted kana are nobody's search. */
export function EventSearch({ value, onChange }: EventSearchProps) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  useEffect(() => {
    const trimmed = text.trim();
    if (isComposing || trimmed === value) return;
    const timer = setTimeout(() => onChange(trimmed), pauseMs);
    return () => clearTimeout(timer);
  }, [text, value, isComposing, onChange]);
  return (
    <TextInput
      size="xs"
      type="search"
      className={styles.filter}
      leftSection={<Search size={14} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton size="xs" aria-label={t`Clear the search`} onClick={() => setText('')} />
        )
      }
      placeholder={t`Template, number, code …`}
      aria-label={t`Search account events`}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
    />
  );
}
