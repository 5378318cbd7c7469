import { useChat } from '../../chat/chat-context.ts';
import { useText } from '../../i18n/language.ts';
import { stickers } from '../../stickers/stickers.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from '../composer.module.css';
import type { AttachFormProps } from './attach-form.ts';

export function StickerSheet({ contextId, onClose, onSent }: AttachFormProps) {
  const text = useText();
  const { send } = useChat();

  const choose = async (name: string, url: string) => {
    const blob = await fetch(url).then((response) => response.blob());
    send({
      type: 'sticker',
      content: {},
      contextId,
      file: { blob: new Blob([blob], { type: 'image/webp' }), filename: `${name}.webp` },
    });
    onSent?.();
    onClose();
  };

  return (
    <Sheet title={text.attach.sticker} onClose={onClose}>
      <div className={styles.stickers}>
        {stickers.map(({ name, url }) => (
          <button key={name} type="button" onClick={() => void choose(name, url)}>
            <img src={url} alt={text.stickers[name]} />
          </button>
        ))}
      </div>
    </Sheet>
  );
}
