import { classifyGraphError } from '@renkei/graph-api';
import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { renderContact } from '../../webhooks/render-inbound.ts';
import type { JsonObject, PhoneNumber } from '../entities.ts';
import { buildWamid, wamidHexLength } from '../messages/wamid.ts';
import { userIdIn } from '../user-id.ts';
import type { World } from '../world.ts';
import type { PastMessage } from './business-app.ts';
import type { ConnectedApp } from './find-business-app.ts';
import { isMedia, shownMedia } from './past-media.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Ages at which a phase ends: the last day, 90 and 180 days (Meta: history webhook). */
const phaseEndsMs = [dayMs, 90 * dayMs, 180 * dayMs];

/** Media as old as this come without their files. */
const mediaAgeMs = 14 * dayMs;

/**
 * Tells what the app remembers: three phases in chunks that come in any order, media as placeholders, and those of the
 * last 14 days once more with their files. A business that shares nothing is told of by 2593109.
 */
export function tellHistory(simulation: Simulation, phoneNumber: PhoneNumber, app: ConnectedApp): void {
  if (!app.sharesHistory) return tellOfRefusal(simulation, phoneNumber);
  const past = rememberPast(simulation, app);
  const chunks = cutChunks(
    past,
    app.connection.onboardedAt,
    simulation.world.settings.onboarding.historyChunkSize,
  );
  for (const { metadata, messages } of shuffle(simulation, chunks)) {
    const threads = groupThreads(simulation.world, phoneNumber, messages);
    tell(simulation, phoneNumber, { history: [{ metadata, threads }] });
  }
  const isRecent = ({ at, type }: PastMessage) =>
    isMedia(type) && at > app.connection.onboardedAt - mediaAgeMs;
  for (const message of past.filter(isRecent)) tellMedia(simulation, phoneNumber, message);
}

interface KnownMessage extends PastMessage {
  readonly id: string;
}

function rememberPast({ world, random }: Simulation, { digits }: ConnectedApp): KnownMessage[] {
  const messages = world.businessPasts.get(digits)?.messages ?? [];
  return messages.map((message) => {
    const direction = message.by === 'business' ? 'outbound' : 'inbound';
    return { ...message, id: buildWamid(direction, message.waId, random.hex(wamidHexLength[direction])) };
  });
}

interface Chunk {
  readonly metadata: { readonly phase: number; readonly chunk_order: number; readonly progress: number };
  readonly messages: readonly KnownMessage[];
}

/** Newest phase first; `progress` counts over all phases and ends with 100. */
function cutChunks(past: readonly KnownMessage[], onboardedAt: number, size: number): Chunk[] {
  const phases = phaseEndsMs.map((end, phase) =>
    past.filter(({ at }) => {
      const age = onboardedAt - at;
      return age >= (phaseEndsMs[phase - 1] ?? Number.NEGATIVE_INFINITY) && age < end;
    }),
  );
  const cut = phases.flatMap((messages, phase) =>
    Array.from({ length: Math.ceil(messages.length / size) }, (_, index) => ({
      phase,
      order: index + 1,
      messages: messages.slice(index * size, (index + 1) * size),
    })),
  );
  if (cut.length === 0) cut.push({ phase: 2, order: 1, messages: [] });
  return cut.map(({ phase, order, messages }, index) => ({
    metadata: { phase, chunk_order: order, progress: Math.floor(((index + 1) / cut.length) * 100) },
    messages,
  }));
}

function groupThreads(
  world: World,
  phoneNumber: PhoneNumber,
  messages: readonly KnownMessage[],
): JsonObject[] {
  const byPerson = Map.groupBy(messages, ({ waId }) => waId);
  return [...byPerson].map(([waId, ofPerson]) => {
    const customer = world.customers.get(waId);
    return {
      id: waId,
      context: {
        wa_id: waId,
        ...(customer ? { user_id: userIdIn(world, customer, phoneNumber) } : {}),
        ...(customer?.username ? { username: customer.username } : {}),
      },
      messages: ofPerson.map((message) => ({
        ...renderHead(world, phoneNumber, message),
        ...(isMedia(message.type)
          ? { type: 'media_placeholder' }
          : { type: message.type, [message.type]: message.content }),
        history_context: { status: message.status },
      })),
    };
  });
}

function tellMedia(simulation: Simulation, phoneNumber: PhoneNumber, message: KnownMessage): void {
  const { world } = simulation;
  const contacts = renderContact(world, phoneNumber, message.waId);
  const whole = {
    ...renderHead(world, phoneNumber, message),
    type: message.type,
    [message.type]: shownMedia(simulation, phoneNumber.id, message),
  };
  tell(simulation, phoneNumber, {
    ...(contacts.length > 0 ? { contacts } : {}),
    [message.by === 'business' ? 'message_echoes' : 'messages']: [whole],
  });
}

/** `to` stands on what the business wrote only. */
function renderHead(world: World, phoneNumber: PhoneNumber, { id, by, waId, at }: KnownMessage): JsonObject {
  const customer = world.customers.get(waId);
  const userId = customer && userIdIn(world, customer, phoneNumber);
  const people =
    by === 'business'
      ? { from: phoneNumber.digits, to: waId }
      : { from: waId, ...(userId ? { from_user_id: userId } : {}) };
  return { ...people, id, timestamp: String(Math.floor(at / 1000)) };
}

function tellOfRefusal(simulation: Simulation, phoneNumber: PhoneNumber): void {
  const title = classifyGraphError(declinedCode).title.en;
  const error = {
    code: declinedCode,
    title,
    message: title,
    error_data: { details: 'History sync is turned off by the business from the WhatsApp Business app' },
  };
  tell(simulation, phoneNumber, { history: [{ errors: [error] }] });
}

const declinedCode = 2593109;

function tell(simulation: Simulation, { id: phoneNumberId }: PhoneNumber, value: JsonObject): void {
  notify(simulation, { field: 'history', phoneNumberId, value });
}

function shuffle<Item>({ random }: Simulation, items: readonly Item[]): Item[] {
  const shuffled = [...items];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = random.integer(0, index);
    const [left, right] = [shuffled[index], shuffled[other]];
    if (left === undefined || right === undefined) continue;
    shuffled[index] = right;
    shuffled[other] = left;
  }
  return shuffled;
}
