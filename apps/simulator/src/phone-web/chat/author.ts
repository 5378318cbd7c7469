import type { Dictionary } from '../i18n/en.ts';
import type { ShownMessage } from '../session/outbox.ts';
import type { ShownChat } from '../session/show-phone.ts';

/** Who wrote a message, as the person holding the phone calls them. */
export function authorOf(message: ShownMessage, chat: ShownChat, text: Dictionary): string {
  if (message.direction === 'sent') return text.message.sentByYou;
  return message.author ?? chat.businessName;
}
