import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { Message } from '@renkei/contract';
import { useReact } from '../../data/use-react.ts';
import styles from './reactions.module.css';

interface ReactionsProps {
  readonly message: Message;
  readonly contactName: string;
}

export function Reactions({ message, contactName }: ReactionsProps) {
  const { t } = useLingui();
  const react = useReact();
  if (message.reactions.length === 0) return null;
  return (
    <ul className={styles.root}>
      {message.reactions.map(({ author, emoji }) => (
        <li key={author}>
          {author === 'business' ? (
            <UnstyledButton
              className={styles.item}
              data-own
              onClick={() => react({ message, emoji: null })}
              aria-label={t`Our reaction ${emoji}: take it back`}
              title={t`Take it back`}
            >
              {emoji}
            </UnstyledButton>
          ) : (
            <span className={styles.item} role="img" aria-label={t`${contactName} reacted with ${emoji}`}>
              {emoji}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
