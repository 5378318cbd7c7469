import { X } from 'lucide-react';
import { authorOf } from '../chat/author.ts';
import { useChat } from '../chat/chat-context.ts';
import { useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './composer.module.css';

export function ReplyPreview({ message, onCancel }: { message: ShownMessage; onCancel: () => void }) {
  const text = useText();
  const { chat } = useChat();
  const author = authorOf(message, chat, text);
  return (
    <div className={styles.preview} data-reply>
      <span>
        <strong>{text.composer.replyingTo(author)}</strong>
        {summarise(message, text)}
      </span>
      <IconButton icon={X} label={text.composer.cancelReply} onClick={onCancel} />
    </div>
  );
}
