import { useLingui } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import { useOpenedOnArrival } from '../../../ui/use-opened-on-arrival.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { EmojiTrigger } from './emoji-trigger.tsx';

interface EmojiPopoverProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onPick: (emoji: string) => void;
}

export function EmojiPopover({ isOpen, onOpen, onPick }: EmojiPopoverProps) {
  const { t } = useLingui();
  const { target, isHere } = useOpenedOnArrival();
  return (
    <Popover opened={isHere && isOpen} onChange={onOpen} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <EmojiTrigger ref={target} onClick={() => onOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t`Emoji`}>
        <EmojiPicker
          onPick={(emoji) => {
            onOpen(false);
            onPick(emoji);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
