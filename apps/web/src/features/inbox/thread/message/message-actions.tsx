import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { Copy, Ellipsis, Reply, Undo2 } from 'lucide-react';
import { previewOf } from '../../content/preview-of.ts';
import { useReact } from '../../data/use-react.ts';
import { useTakeBack } from '../../data/use-take-back.ts';
import styles from './message-actions.module.css';

/** The six that WhatsApp offers first. */
const quickEmoji = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

interface MessageActionsProps {
  readonly message: Message;
  readonly onReply: (message: Message) => void;
}

export function MessageActions({ message, onReply }: MessageActionsProps) {
  const { t } = useLingui();
  const react = useReact();
  const { takeBack } = useTakeBack();
  const text = previewOf(message);
  const own = message.reactions.find(({ author }) => author === 'business')?.emoji;
  return (
    <Menu position="bottom" width={236}>
      <Menu.Target>
        <ActionIcon
          className={styles.trigger}
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t`What to do with this message`}
        >
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
