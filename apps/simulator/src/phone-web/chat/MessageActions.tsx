import { Copy, CornerUpLeft, Forward, Pencil, Trash2 } from 'lucide-react';
import { useSide } from '../app/side.ts';
import { useText } from '../i18n/language.ts';
import { summarise } from '../kinds/registry.ts';
import type { ShownMessage } from '../session/outbox.ts';
import { canBeForwarded } from './change/forwardable.ts';
import { useChat } from './chat-context.ts';
import { MenuEntry } from './MessageMenuEntry.tsx';

/** How long a message can be changed and taken back (Meta: messages webhook, edit and revoke). */
const EDITABLE_MS = 15 * 60 * 1000;
const REVOCABLE_MS = 2 * 24 * 60 * 60 * 1000;
const EDITABLE_TYPES: ReadonlySet<string> = new Set(['text', 'image', 'video', 'document']);

type MessageActionsProps = Readonly<{
  message: ShownMessage;
  onClose: () => void;
  onPage: (page: 'edit' | 'forward') => void;
}>;

export function MessageActions({ message, onClose, onPage }: MessageActionsProps) {
  const text = useText();
  const side = useSide();
  const { startReply, sendSilently, now } = useChat();
  // What the API sent cannot be changed by anybody.
  const isChangeable = message.direction === 'sent' && !message.byApi;
  const ageMs = isChangeable ? now() - message.timestamp : Number.POSITIVE_INFINITY;

  const closing = (action: () => void) => () => {
    onClose();
    action();
  };
  const copy = () => void navigator.clipboard.writeText(summarise(message, text)).catch(() => undefined);

  return (
    <>
      <MenuEntry
        icon={CornerUpLeft}
        label={text.message.reply}
        onPress={closing(() => startReply(message))}
      />
      <MenuEntry icon={Copy} label={text.message.copy} onPress={closing(copy)} />
      {side === 'customer' && canBeForwarded(message) && (
        <MenuEntry icon={Forward} label={text.change.forward} onPress={() => onPage('forward')} />
      )}
      {ageMs <= EDITABLE_MS && EDITABLE_TYPES.has(message.type) && (
        <MenuEntry icon={Pencil} label={text.change.edit} onPress={() => onPage('edit')} />
      )}
      {ageMs <= REVOCABLE_MS && (
        <MenuEntry
          icon={Trash2}
          label={text.change.revoke}
          onPress={closing(() => sendSilently('revoke', { messageId: message.id }))}
        />
      )}
    </>
  );
}
