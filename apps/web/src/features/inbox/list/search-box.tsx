import { useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';

const route = getRouteApi('/member/inbox');
const pauseMs = 200;

export function SearchBox() {
  const { t } = useLingui();
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search);
  const [isComposing, setIsComposing] = useState(false);
  useShortcuts({ '/': () => input.current?.focus() });

  // Half-converted kana are nobody's search; the list waits for the finished word.
  useEffect(() => {
    if (isComposing || text.trim() === search) return;
    const timer = setTimeout(() => {
      const trimmed = text.trim();
      void navigate({
        to: '.',
        search: (previous) => ({ ...previous, search: trimmed === '' ? undefined : trimmed }),
        replace: true,
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, search, isComposing, navigate]);

  return (
    <TextInput
      ref={input}
      type="search"
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        text === '' ? null : (
          <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => setText('')} />
        )
      }
      placeholder={t`Name, number or text  ( / )`}
      aria-label={t`Search conversations`}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        setText('');
        input.current?.blur();
      }}
    />
  );
}
