import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Popover } from '@mantine/core';
import { Smile } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';

const EmojiPicker = lazy(async () => ({ default: (await import('./emoji-picker.tsx')).EmojiPicker }));

export function EmojiButton({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  useShortcuts({ e: () => setIsOpen(true) });
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={38}
          onClick={() => setIsOpen(!isOpen)}
          title={t`Emoji (E)`}
          aria-label={t`Emoji (E)`}
        >
          <Smile size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t`Emoji`}>
        <Suspense
          fallback={
            <LoadingState>
              <Trans>Loading emoji…</Trans>
            </LoadingState>
          }
        >
          <EmojiPicker
            onPick={(emoji) => {
              setIsOpen(false);
              onPick(emoji);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
