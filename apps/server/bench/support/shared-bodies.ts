import { signBody } from '@renkei/graph-api';
import { openLine } from './http-load.ts';
import type { Candidate } from './rival.ts';

export interface SharedBodies {
  /** A request with one message that nobody has sent before. */
  next(): Buffer;
  /** Requests with four messages of four people each, and who wrote what. */
  crowded(count: number): {
    readonly requests: readonly Buffer[];
    readonly senders: ReadonlyMap<string, string>;
  };
  /** Asks on all connections until the other side is gone; tells each text that was answered 200. */
  sendUntilRefused(port: number, connections: number, onAcknowledged: (text: string) => void): Promise<void>;
}

const people = 2_000;

/** The very same messages for everybody, in Meta's shape; every text is there once. */
export function createSharedBodies(candidate: Candidate): SharedBodies {
  let last = 0;
  const nextMessage = () => {
    last += 1;
    const sender = `81901${1_000_000 + (last % people)}`;
    return { text: `message ${last}`, sender, message: toMessage(last, sender) };
  };
  const single = () => {
    const { text, sender, message } = nextMessage();
    return { text, request: toRequest(candidate, [toChange(candidate, [sender], [message])]) };
  };
  return {
    next: () => single().request,
    crowded(count) {
      const senders = new Map<string, string>();
      const requests = Array.from({ length: count }, () => {
        const four = Array.from({ length: 4 }, nextMessage);
        for (const { text, sender } of four) senders.set(text, sender);
        const changes = [four.slice(0, 2), four.slice(2)].map((two) =>
          toChange(
            candidate,
            two.map(({ sender }) => sender),
            two.map(({ message }) => message),
          ),
        );
        return toRequest(candidate, changes);
      });
      return { requests, senders };
    },
    async sendUntilRefused(port, connections, onAcknowledged) {
      await Promise.all(
        Array.from({ length: connections }, async () => {
          const line = await openLine(port);
          for (let answered = true; answered; ) {
            const { text, request } = single();
            answered = await line.ask(request);
            if (answered) onAcknowledged(text);
          }
          line.close();
        }),
      );
    },
  };
}

function toMessage(index: number, sender: string): object {
  return {
    from: sender,
    id: `wamid.rival${String(index).padStart(12, '0')}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: 'text',
    text: { body: `message ${index}` },
  };
}

function toChange(
  { phoneNumberId }: Candidate,
  senders: readonly string[],
  messages: readonly object[],
): object {
  return {
    field: 'messages',
    value: {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '12025550143', phone_number_id: phoneNumberId },
      contacts: senders.map((sender) => ({ profile: { name: `Customer ${sender}` }, wa_id: sender })),
      messages,
    },
  };
}

function toRequest({ path, appSecret }: Candidate, changes: readonly object[]): Buffer {
  const entry = changes.map((change) => ({ id: '391827465500918', changes: [change] }));
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry }));
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `x-hub-signature-256: ${signBody(appSecret, body)}`,
    `content-length: ${body.byteLength}`,
    '\r\n',
  ].join('\r\n');
  return Buffer.concat([Buffer.from(head), body]);
}
