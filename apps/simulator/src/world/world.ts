import { Refusal } from '../refusal.ts';
import type { Signup } from './accounts/signup.ts';
import type { ThreadOwner, WabaUser } from './accounts/waba-user.ts';
import type { Call, CallPermission } from './calls/call.ts';
import type { Choices } from './choices.ts';
import type { BusinessApp, BusinessPast } from './coexistence/business-app.ts';
import type { EchoMessage } from './coexistence/echo-message.ts';
import type { SavedContact } from './coexistence/saved-contact.ts';
import type {
  AccessToken,
  App,
  Customer,
  Media,
  PhoneNumber,
  Portfolio,
  Subscription,
  Template,
  Waba,
} from './entities.ts';
import type { Flow, FlowHealth } from './flows/flow.ts';
import type { Group } from './groups/group.ts';
import type { StartedUsers } from './limits/messaging-limit.ts';
import type { WindowState } from './limits/window.ts';
import type { UploadedHandle, UploadSession } from './media/upload-session.ts';
import type { Amendment } from './messages/amendment.ts';
import type { InboundState, MessageState, OutboundState } from './messages/messages.ts';
import type { Block, NumberSettings, QrCode } from './numbers/number-settings.ts';
import type { OAuthCode } from './onboarding/oauth-code.ts';
import type { CreditAllocation, CreditLine } from './partners/credit-line.ts';
import type { PreverifiedNumber } from './partners/preverified-number.ts';
import type { MigrationIntent, Solution } from './partners/solution.ts';
import type { FeedbackDay } from './quality/feedback.ts';
import type { Registration } from './registration/registration.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { Shelf } from './shelf/shelf.ts';
import { createShelves, type WorldShelves } from './shelf/world-shelves.ts';
import { createTally, type Tally } from './tally.ts';
import type { Task } from './tasks/task.ts';
import type { Update } from './updates.ts';

/** One conversation: a business number and a person. Messages oldest first. */
export interface Chat {
  readonly phoneNumberId: string;
  readonly waId: string;
  /** The newest: see `addToChat`. */
  readonly messageIds: string[];
  /** Messages of the business the person has seen, whether or not they let it know. */
  readonly seenIds: Set<string>;
  window: WindowState;
}

/** The whole state of the simulated Meta. Changed by `applyRecord` only. */
export interface World extends WorldShelves {
  tally: Tally;
  readonly portfolios: Map<string, Portfolio>;
  readonly wabas: Map<string, Waba>;
  readonly phoneNumbers: Map<string, PhoneNumber>;
  readonly apps: Map<string, App>;
  readonly tokens: Map<string, AccessToken>;
  readonly subscriptions: Map<string, Subscription>;
  readonly customers: Map<string, Customer>;
  readonly templates: Map<string, Template>;
  readonly media: Map<string, Media>;
  readonly wabaUsers: Map<string, WabaUser>;
  readonly numberSettings: Map<string, NumberSettings>;
  readonly qrCodes: Map<string, QrCode>;
  /** By chat. */
  readonly blocks: Map<string, Block>;
  readonly uploads: Map<string, UploadSession>;
  readonly handles: Map<string, UploadedHandle>;
  readonly flows: Map<string, Flow>;
  /** By flow. */
  readonly flowHealth: Map<string, FlowHealth>;
  readonly groups: Map<string, Group>;
  readonly calls: Map<string, Call>;
  /** By chat. */
  readonly callPermissions: Map<string, CallPermission>;
  /** By chat. */
  readonly threadOwners: Map<string, ThreadOwner>;
  readonly signups: Map<string, Signup>;
  readonly oauthCodes: Map<string, OAuthCode>;
  readonly preverifiedNumbers: Map<string, PreverifiedNumber>;
  readonly creditLines: Map<string, CreditLine>;
  readonly creditAllocations: Map<string, CreditAllocation>;
  readonly solutions: Map<string, Solution>;
  /** By the account that is to move. */
  readonly migrationIntents: Map<string, MigrationIntent>;
  readonly registrations: Map<string, Registration>;
  /** By the digits of their number, like their past. */
  readonly businessApps: Map<string, BusinessApp>;
  readonly businessPasts: Map<string, BusinessPast>;
  readonly chats: Map<string, Chat>;
  /** Messages written in the Business app of coexistence numbers. */
  readonly echoes: Map<string, EchoMessage>;
  /** Who is in the address book of a Business app, by chat. */
  readonly addressBook: Map<string, SavedContact>;
  /** Edits and revokes, by the id of the message they concern. */
  readonly amendments: Map<string, Amendment>;
  /** What people decided about a business, by chat. */
  readonly choices: Map<string, Choices>;
  /** Updates not yet put into a body, by app. */
  readonly pendingUpdates: Map<string, Map<string, Update>>;
  /** How many apps still owe a 200 for an inbound message. */
  readonly awaitingApps: Map<string, number>;
  /** Free-form messages accepted per number and month, against the free quota. */
  readonly serviceCounts: Map<string, number>;
  /** Users each portfolio has started with outside their window, against its messaging limit. */
  readonly startedUsers: Map<string, StartedUsers>;
  /** People a portfolio on trial has reached outside their window, and when last. */
  readonly trialUsers: Map<string, StartedUsers>;
  /** When each person got marketing templates, while there is a personal limit. */
  readonly marketingTimes: Map<string, readonly number[]>;
  /** What will happen by itself, by id. */
  readonly tasks: Map<string, Task>;
  /** Ids of templates by WABA, name and language. */
  readonly templateIds: Map<string, string>;
  /** Messages waiting for Meta's opinion of a new template, by its id. */
  readonly heldMessages: Map<string, readonly string[]>;
  /** How many messages of a template have not arrived yet. */
  readonly undelivered: Map<string, number>;
  /** Until when the name of a deleted template is locked, by template key (world ms). */
  readonly lockedNames: Map<string, number>;
  /** When templates were created in the last hour, by WABA. */
  readonly templateCreations: Map<string, readonly number[]>;
  /** What people thought of a number or a template, by its id. */
  readonly feedback: Map<string, readonly FeedbackDay[]>;
  settings: Settings;
}

/** `dataDir`: where the ledgers lie; a temporary folder without it. */
export function createWorld(dataDir?: string): World {
  const awaitingApps: World['awaitingApps'] = new Map();
  return {
    ...createShelves(awaitingApps, dataDir),
    tally: createTally(),
    portfolios: new Map(),
    wabas: new Map(),
    phoneNumbers: new Map(),
    apps: new Map(),
    tokens: new Map(),
    subscriptions: new Map(),
    customers: new Map(),
    templates: new Map(),
    media: new Map(),
    wabaUsers: new Map(),
    numberSettings: new Map(),
    qrCodes: new Map(),
    blocks: new Map(),
    uploads: new Map(),
    handles: new Map(),
    flows: new Map(),
    flowHealth: new Map(),
    groups: new Map(),
    calls: new Map(),
    callPermissions: new Map(),
    threadOwners: new Map(),
    signups: new Map(),
    oauthCodes: new Map(),
    preverifiedNumbers: new Map(),
    creditLines: new Map(),
    creditAllocations: new Map(),
    solutions: new Map(),
    migrationIntents: new Map(),
    registrations: new Map(),
    businessApps: new Map(),
    businessPasts: new Map(),
    chats: new Map(),
    echoes: new Map(),
    addressBook: new Map(),
    amendments: new Map(),
    choices: new Map(),
    pendingUpdates: new Map(),
    awaitingApps,
    serviceCounts: new Map(),
    startedUsers: new Map(),
    trialUsers: new Map(),
    marketingTimes: new Map(),
    tasks: new Map(),
    templateIds: new Map(),
    heldMessages: new Map(),
    undelivered: new Map(),
    lockedNames: new Map(),
    templateCreations: new Map(),
    feedback: new Map(),
    settings: defaultSettings,
  };
}

/** Empties the world in place: everybody holds the same one. */
export function clearWorld(world: World): void {
  for (const part of Object.values(world)) if (part instanceof Map || part instanceof Shelf) part.clear();
  world.tally = createTally();
  world.settings = defaultSettings;
}

/** Removes what the ledgers keep on disk: the next start works it out again from the journal. */
export function closeLedgers({ sends, received, webhooks }: World): void {
  for (const shelf of [sends, received, webhooks]) shelf.clear();
}

export function chatKey(phoneNumberId: string, waId: string): string {
  return `${phoneNumberId}/${waId}`;
}

export function subscriptionKey(appId: string, wabaId: string): string {
  return `${appId}/${wabaId}`;
}

/** A template by what a send calls it. */
export function templateKey({
  wabaId,
  name,
  language,
}: Pick<Template, 'wabaId' | 'name' | 'language'>): string {
  return `${wabaId}/${name}/${language}`;
}

export function getChat(world: World, phoneNumberId: string, waId: string): Chat | undefined {
  return world.chats.get(chatKey(phoneNumberId, waId));
}

/** The chat of a pair, made when it is their first message. */
export function openChat(world: World, phoneNumberId: string, waId: string): Chat {
  const key = chatKey(phoneNumberId, waId);
  const existing = world.chats.get(key);
  if (existing) return existing;
  const chat: Chat = { phoneNumberId, waId, messageIds: [], seenIds: new Set(), window: {} };
  world.chats.set(key, chat);
  return chat;
}

/** The person behind a phone; a refusal for the phone and control APIs when there is none. */
export function requireCustomer(world: World, waId: string): Customer {
  const customer = world.customers.get(waId);
  if (!customer) throw new Refusal(404, `No phone ${waId}`);
  return customer;
}

/** Ids of messages that all chats together keep, some hundred bytes each, and how many one chat keeps of them. */
const idsInChats = 200_000;
const mostInChat = 150;
const leastInChat = 20;

/**
 * Puts a message at the end of a chat. Of a long one only the newest are kept, as on a phone that has not scrolled up:
 * 150 of them, and fewer in a world of more than a thousand chats. The ledgers have them all.
 */
export function addToChat({ chats }: World, chat: Chat, messageId: string): void {
  chat.messageIds.push(messageId);
  const most = Math.min(mostInChat, Math.max(leastInChat, Math.floor(idsInChats / chats.size)));
  if (chat.messageIds.length <= most) return;
  const forgotten = chat.messageIds.splice(0, chat.messageIds.length - Math.floor((most * 2) / 3));
  for (const id of forgotten) chat.seenIds.delete(id);
}

/** A message by its id, whoever sent it. */
export function getMessage(world: World, messageId: string): MessageState | undefined {
  return world.sends.get(messageId) ?? world.received.get(messageId);
}

export function getOutbound(world: World, messageId: string): OutboundState | undefined {
  return world.sends.get(messageId);
}

export function getInbound(world: World, messageId: string): InboundState | undefined {
  return world.received.get(messageId);
}

export function isOutbound(state: MessageState): state is OutboundState {
  return state.message.direction === 'outbound';
}
