import { Button } from '../ui/Button.tsx';
import styles from './chat.module.css';
import { useChat } from './chat-context.ts';

/** Ice breakers and commands of the business, before anything was said: a press sends the words. */
export function Offers() {
  const { chat, send } = useChat();
  const { prompts, commands } = chat.profile;
  const say = (body: string) => send({ type: 'text', content: { body } });
  if (prompts.length === 0 && commands.length === 0) return null;
  return (
    <div className={styles.offers}>
      {prompts.map((prompt) => (
        <Button key={prompt} onClick={() => say(prompt)}>
          {prompt}
        </Button>
      ))}
      {commands.map(({ name, description }) => (
        <Button key={name} title={description} onClick={() => say(`/${name}`)}>
          /{name}
        </Button>
      ))}
    </div>
  );
}
