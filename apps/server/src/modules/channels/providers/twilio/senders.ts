import * as z from 'zod';
import { ProviderCallError } from '../../port.ts';
import type { TwilioCaller } from './caller.ts';

/** A WhatsApp number as Twilio's Senders API has it. (Twilio, "Senders API", v2, 2026-11) */
const senderSchema = z.object({
  sid: z.string(),
  sender_id: z.string(),
  status: z.string(),
  profile: z.object({ name: z.string().nullish() }).nullish(),
  properties: z
    .object({ quality_rating: z.string().nullish(), messaging_limit: z.string().nullish() })
    .nullish(),
});
export type Sender = z.infer<typeof senderSchema>;

const pageSchema = z.object({
  senders: z.array(senderSchema),
  meta: z.object({ next_page_url: z.string().nullish() }),
});

const pageSize = 100;
const maxPages = 50;

/** The sender with this address, or undefined. Throws `ProviderCallError`. */
export async function findSender(caller: TwilioCaller, address: string): Promise<Sender | undefined> {
  let path: string | undefined = `/v2/Channels/Senders?Channel=whatsapp&PageSize=${pageSize}`;
  for (let page = 0; page < maxPages && path !== undefined; page += 1) {
    const answer: z.infer<typeof pageSchema> = await caller.call({ host: 'messaging', path }, pageSchema);
    const found = answer.senders.find(({ sender_id: id }) => id === address);
    if (found) return found;
    path = pathOf(answer.meta.next_page_url);
  }
  return undefined;
}

export async function requireSender(caller: TwilioCaller, address: string): Promise<Sender> {
  const sender = await findSender(caller, address);
  if (!sender) throw new ProviderCallError(`Twilio has no sender ${address}`, null, undefined, 'Twilio');
  return sender;
}

/** Where messages that come in are told. Statuses are asked for with each send. */
export async function setSenderWebhook(caller: TwilioCaller, sid: string, url: string): Promise<void> {
  const json = { webhook: { callback_url: url, callback_method: 'POST' } };
  await caller.call(
    { host: 'messaging', path: `/v2/Channels/Senders/${sid}`, json },
    z.object({ sid: z.string() }),
  );
}

/** Twilio gives whole addresses; only the path is taken, so that the token never follows an address elsewhere. */
export function pathOf(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
