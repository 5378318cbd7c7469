import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { Copy, Reply, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useOpenedOnArrival } from '../../../../ui/use-opened-on-arrival.ts';
import { useChannelId } from '../../content/channel-context.ts';
import { previewOf } from '../../content/preview-of.ts';
import { useOffers } from '../../data/use-offers.ts';
import { useReact } from '../../data/use-react.ts';
import { useTakeBack } from '../../data/use-take-back.ts';
import styles from './message-actions.module.css';
import { MessageActionsButton } from './message-actions-button.tsx';

/** The six that WhatsApp offers first. */
const quickEmoji = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

interface MessageMenuProps {
  readonly message: Message;
  readonly onReply: (message: Message) => void;
}

/** What can be done with one message: react, reply, copy, take back. */
export function MessageMenu({ message, onReply }: MessageMenuProps) {
  const { target, isHere } = useOpenedOnArrival();
  const [isOpen, setIsOpen] = useState(true);
  const { takeBack } = useTakeBack();
  const text = previewOf(message);
  return (
    <Menu position="bottom" width={236} opened={isHere && isOpen} onChange={setIsOpen}>
      <Menu.Target>
        <MessageActionsButton ref={target} />
      </Menu.Target>
      <Menu.Dropdown>
        <QuickReactions message={message} />
        <Menu.Item leftSection={<Reply size={16} aria-hidden />} onClick={() => onReply(message)}>
          <Trans>Reply to this</Trans>
        </Menu.Item>
        {text === '' ? null : (
          <Menu.Item
            leftSection={<Copy size={16} aria-hidden />}
            onClick={() => void navigator.clipboard.writeText(text)}
          >
            <Trans>Copy the text</Trans>
          </Menu.Item>
        )}
        {message.state === 'queued' ? (
          <Menu.Item leftSection={<Undo2 size={16} aria-hidden />} onClick={() => takeBack(message.id)}>
            <Trans>Take back</Trans>
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where the provider of the number sends reactions. */
function QuickReactions({ message }: { readonly message: Message }) {
  const { t } = useLingui();
  const react = useReact();
  const offers = useOffers(useChannelId());
  if (!offers.sends('reaction')) return null;
  const own = message.reactions.find(({ author }) => author === 'business')?.emoji;
  return (
    <>
      <div className={styles.emoji}>
        {quickEmoji.map((emoji) => (
          <Menu.Item
            key={emoji}
            className={styles.emojiItem}
            data-chosen={emoji === own}
            aria-label={t`React with ${emoji}`}
            onClick={() => react({ message, emoji: emoji === own ? null : emoji })}
            renderRoot={(props) => <UnstyledButton {...props} />}
          >
            {emoji}
          </Menu.Item>
        ))}
      </div>
      <Menu.Divider />
    </>
  );
}
