import { useChat } from '../../../chat/chat-context.ts';
import { LinkButton } from '../../parts/LinkButton.tsx';
import type { TemplateButtonProps } from '../template-button.ts';

/** The business hears of clicks on marketing messages. */
export function UrlButton({ button, message }: TemplateButtonProps) {
  const { act } = useChat();
  const { url = '', text = url } = button;
  const follow = () => act('follow-link', { messageId: message.id });
  return (
    <LinkButton title={text} url={url} onFollow={message.direction === 'received' ? follow : undefined} />
  );
}
