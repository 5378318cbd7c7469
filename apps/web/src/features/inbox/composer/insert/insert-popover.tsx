import { useLingui } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import type { Conversation, MediaContentKind } from '@renkei/contract';
import { useOpenedOnArrival } from '../../../../ui/use-opened-on-arrival.ts';
import type { Form } from '../forms/form.ts';
import { InsertMenu } from './insert-menu.tsx';
import { InsertTrigger } from './insert-trigger.tsx';

interface InsertPopoverProps {
  readonly conversation: Conversation;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onFile: (kind: MediaContentKind) => void;
  readonly onForm: (form: Form) => void;
  readonly onSlash: () => void;
}

export function InsertPopover({ isOpen, onOpen, ...menu }: InsertPopoverProps) {
  const { t } = useLingui();
  const { target, isHere } = useOpenedOnArrival();
  return (
    <Popover
      opened={isHere && isOpen}
      onChange={onOpen}
      position="top-start"
      trapFocus
      returnFocus
      width={340}
    >
      <Popover.Target>
        <InsertTrigger ref={target} onClick={() => onOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t`Attach`}>
        <InsertMenu {...menu} />
      </Popover.Dropdown>
    </Popover>
  );
}
