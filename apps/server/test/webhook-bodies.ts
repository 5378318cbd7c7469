/** Webhook bodies as Meta sends them, from their distinguishing parts. */
export interface Person {
  readonly waId?: string;
  readonly userId?: string;
  readonly name?: string;
}

export interface MessagePart {
  readonly from: Person;
  readonly id: string;
  /** Unix seconds. */
  readonly at: number;
  readonly type?: string;
  readonly [content: string]: unknown;
}

export function textMessage(from: Person, id: string, at: number, body: string): MessagePart {
  return { from, id, at, type: 'text', text: { body } };
}

/** One body with these messages and statuses, as plain values. */
export function messagesBody(
  phoneNumberId: string,
  { messages = [], statuses = [] }: { messages?: readonly MessagePart[]; statuses?: readonly object[] },
): string {
  const people = messages.map(({ from }) => from);
  return envelope('messages', {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '12025550143', phone_number_id: phoneNumberId },
    contacts: people.map((person) => ({
      ...(person.name === undefined ? {} : { profile: { name: person.name } }),
      wa_id: person.waId,
      user_id: person.userId,
    })),
    ...(messages.length === 0 ? {} : { messages: messages.map(toWire) }),
    ...(statuses.length === 0 ? {} : { statuses }),
  });
}

export function echoBody(phoneNumberId: string, to: Person, message: Omit<MessagePart, 'from'>): string {
  const { at, ...rest } = message;
  return envelope('smb_message_echoes', {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '12025550143', phone_number_id: phoneNumberId },
    message_echoes: [
      { ...rest, from: '12025550143', to: to.waId, to_user_id: to.userId, timestamp: String(at) },
    ],
  });
}

export function envelope(field: string, value: unknown): string {
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '391827465500918', changes: [{ value, field }] }],
  });
}

function toWire({ from, at, ...rest }: MessagePart) {
  return { from: from.waId, from_user_id: from.userId, timestamp: String(at), ...rest };
}
