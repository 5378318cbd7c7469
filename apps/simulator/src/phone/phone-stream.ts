import type { ServerResponse } from 'node:http';
import type { Simulation } from '../simulation.ts';
import { getChat, getMessage } from '../world/world.ts';
import { listMessages } from './phone-view.ts';

const typingLifeMs = 25_000;
const keepAliveMs = 20_000;

/** Tells open phone pages what changed, by server-sent events. */
export interface PhoneStreams {
  open(waId: string, response: ServerResponse): void;
  /** The Business app of a number: it reads everything again whenever something changes. */
  openBusiness(phoneNumberId: string, response: ServerResponse): void;
  readonly isTyping: (phoneNumberId: string, waId: string) => boolean;
  /** The world was emptied: every open page reads its phone again. */
  worldChanged(): void;
  stop(): void;
}

/** Event `chat`: `{phoneNumberId, message?, typing?}`; without a message the page reads the phone again. */
export function streamPhones(simulation: Simulation): PhoneStreams {
  const { world, clock } = simulation;
  const responses = new Map<string, Set<ServerResponse>>();
  const typingUntil = new Map<string, number>();

  const send = (waId: string, data: unknown) => {
    for (const response of responses.get(waId) ?? []) {
      response.write(`event: chat\ndata: ${JSON.stringify(data)}\n\n`);
    }
  };
  const sendMessage = (messageId: string) => {
    const message = getMessage(world, messageId)?.message ?? world.echoes.get(messageId);
    const chat = message && getChat(world, message.phoneNumberId, chatOwner(message));
    if (!chat) return;
    send(businessKey(chat.phoneNumberId), { waId: chat.waId });
    for (const { waId } of world.groups.get(chat.waId)?.participants ?? []) {
      send(waId, { phoneNumberId: chat.phoneNumberId, groupId: chat.waId });
    }
    if (!responses.has(chat.waId)) return;
    const shown = listMessages(world, chat).find(({ id }) => id === messageId);
    send(chat.waId, { phoneNumberId: chat.phoneNumberId, message: shown });
  };

  simulation.onCommit((record) => {
    if (record.kind === 'accepted')
      typingUntil.delete(`${record.message.phoneNumberId}/${record.message.waId}`);
    if (record.kind === 'inbound') sendMessage(record.message.id);
    if (record.kind === 'status') sendMessage(record.update.messageId);
    if (record.kind === 'business-read') sendMessage(record.messageId);
    if (record.kind === 'amended') sendMessage(record.messageId);
    if (record.kind === 'echoed') sendMessage(record.message.id);
    if (record.kind === 'entities') {
      for (const { waId, phoneNumberId } of record.entities.calls ?? []) send(waId, { phoneNumberId });
      for (const { participants } of record.entities.groups ?? []) {
        for (const { waId } of participants) send(waId, {});
      }
    }
    if (record.kind === 'contact-saved') send(businessKey(record.contact.phoneNumberId), {});
    if (record.kind === 'contact-removed') send(businessKey(record.phoneNumberId), {});
    if (record.kind === 'chosen') send(record.waId, { phoneNumberId: record.phoneNumberId });
    if (record.kind === 'webhook-ended') {
      world.webhooks.get(record.webhookId)?.webhook.messageIds.forEach(sendMessage);
    }
  });
  simulation.signals.on('typing', ({ phoneNumberId, waId }) => {
    typingUntil.set(`${phoneNumberId}/${waId}`, clock.elapsedMs() + typingLifeMs);
    send(waId, { phoneNumberId, typing: true });
  });
  const keepAlive = setInterval(() => {
    for (const set of responses.values()) for (const response of set) response.write(':\n\n');
  }, keepAliveMs).unref();

  const open = (owner: string, response: ServerResponse) => {
    const set = responses.get(owner) ?? new Set();
    responses.set(owner, set.add(response));
    response.write('retry: 1000\n\n');
    response.on('close', () => {
      set.delete(response);
      if (set.size === 0 && responses.get(owner) === set) responses.delete(owner);
    });
  };

  return {
    open,
    openBusiness: (phoneNumberId, response) => open(businessKey(phoneNumberId), response),
    isTyping: (phoneNumberId, waId) => (typingUntil.get(`${phoneNumberId}/${waId}`) ?? 0) > clock.elapsedMs(),
    worldChanged() {
      typingUntil.clear();
      for (const owner of responses.keys()) send(owner, {});
    },
    stop() {
      clearInterval(keepAlive);
      for (const set of responses.values()) for (const response of set) response.end();
    },
  };
}

/** Under which a Business app listens: a number's id could be somebody's phone number. */
function businessKey(phoneNumberId: string): string {
  return `business/${phoneNumberId}`;
}

/** What a person wrote in a group lies in the chat of the group; what the business sent there names it already. */
function chatOwner(message: { readonly waId: string; readonly groupId?: string | undefined }): string {
  return message.groupId ?? message.waId;
}
