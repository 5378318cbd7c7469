import { z } from 'zod';
import type { BusinessApp, BusinessPast, PastMessage } from '../../world/coexistence/business-app.ts';
import type { Random } from '../../world/time/random.ts';

const waId = z.string().regex(/^\d{5,15}$/, 'A WhatsApp id: digits without +');
const dayMs = 24 * 60 * 60 * 1000;

const pastMessageSchema = z.strictObject({
  /** The customer of the chat. */
  with: waId,
  by: z.enum(['customer', 'business']).default('customer'),
  /** Short for `type: text`. */
  text: z.string().optional(),
  type: z.string().optional(),
  /** What stands under the key named by `type`. */
  content: z.record(z.string(), z.unknown()).optional(),
  /** How long ago, in days and parts of days. */
  daysAgo: z.number().min(0),
  status: z.enum(['DELIVERED', 'ERROR', 'PENDING', 'PLAYED', 'READ', 'SENT']).default('READ'),
});

/** What the Business app on a phone holds before it is connected. */
export const businessPastSchema = z.strictObject({
  history: z
    .union([
      z.array(pastMessageSchema),
      /** Made up, always the same for one seed: so many chats and messages, spread over so many days. */
      z.strictObject({
        chats: z.int().min(1).max(10_000),
        messagesPerChat: z.int().min(1).max(10_000),
        days: z.number().positive().default(180),
      }),
    ])
    .default([]),
  contacts: z
    .array(z.strictObject({ waId, fullName: z.string().min(1), firstName: z.string().optional() }))
    .default([]),
  /** False: the owner declines to share the past (2593109). */
  sharesHistory: z.boolean().default(true),
});

/** A Business app that nobody has connected yet. */
export const businessAppInputSchema = businessPastSchema.extend({
  displayPhoneNumber: z.string(),
  name: z.string().min(1),
});

export type BusinessAppInput = z.infer<typeof businessAppInputSchema>;

interface Context {
  readonly random: Random;
  readonly now: number;
}

export function makeBusinessApp({ now }: Context, given: BusinessAppInput): BusinessApp {
  const { displayPhoneNumber, name, sharesHistory } = given;
  const digits = displayPhoneNumber.replace(/\D/g, '');
  return { digits, displayPhoneNumber, name, sharesHistory, openedAt: now };
}

export function makePast(
  context: Context,
  digits: string,
  { history, contacts }: z.infer<typeof businessPastSchema>,
): BusinessPast {
  const messages = Array.isArray(history)
    ? history.map((given) => readMessage(given, context.now))
    : makeUp(context, history);
  return { digits, contacts, messages: messages.toSorted((left, right) => left.at - right.at) };
}

function readMessage(
  { with: customer, by, text, type, content, daysAgo, status }: z.infer<typeof pastMessageSchema>,
  now: number,
): PastMessage {
  const isText = type === undefined || type === 'text';
  return {
    waId: customer,
    by,
    type: type ?? 'text',
    content: content ?? (isText ? { body: text ?? '' } : {}),
    at: now - daysAgo * dayMs,
    status,
  };
}

const phrases = [
  'こんにちは',
  '明日は開いていますか',
  'Yes, 9 to 5.',
  'ありがとうございます',
  'See you then!',
];

/** Every tenth message is a picture. */
function makeUp(
  { random, now }: Context,
  {
    chats,
    messagesPerChat,
    days,
  }: { readonly chats: number; readonly messagesPerChat: number; readonly days: number },
): PastMessage[] {
  return Array.from({ length: chats }, (_chat, chat) => {
    const customer = `8190${String(10_000_000 + chat)}`;
    return Array.from({ length: messagesPerChat }, (_message, index): PastMessage => {
      const isPicture = index % 10 === 9;
      return {
        waId: customer,
        by: random.chance(0.5) ? 'business' : 'customer',
        type: isPicture ? 'image' : 'text',
        content: isPicture ? {} : { body: phrases[random.integer(0, phrases.length - 1)] },
        at: now - Math.floor(random.next() * days * dayMs),
        status: 'READ',
      };
    });
  }).flat();
}
