import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from '../../../lib/use-shortcuts.ts';
import { EmojiTrigger } from './emoji-trigger.tsx';

const EmojiPopover = lazy(async () => ({ default: (await import('./emoji-popover.tsx')).EmojiPopover }));

/** Opens the emoji, which are fetched when somebody wants one. */
export function EmojiButton({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const [isWanted, setIsWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const open = () => {
    setIsWanted(true);
    setIsOpen(true);
  };
  useShortcuts({ e: open });
  const button = <EmojiTrigger onClick={open} />;
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <EmojiPopover isOpen={isOpen} onOpen={setIsOpen} onPick={onPick} />
    </Suspense>
  );
}
