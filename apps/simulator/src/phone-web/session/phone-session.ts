import type { PhoneApi } from '../api/phone-api.ts';
import type { Phone } from '../api/wire.ts';
import { createOutgoing, type Draft, type OutgoingMessage } from './outbox.ts';
import { problemOf, reasonOf, type SessionProblem } from './problem.ts';
import { type ShownPhone, showPhone } from './show-phone.ts';

export type PhoneSnapshot = Readonly<{
  phone: ShownPhone | undefined;
  /** Why the phone could not be loaded or refreshed; undefined while all is well. */
  problem: SessionProblem | undefined;
  /** An action the simulator refused; shown once, then dismissed. */
  refusal: string | undefined;
}>;

/** The few parts of the browser's EventSource that the session needs. */
type PhoneStream = Pick<EventSource, 'addEventListener' | 'close' | 'readyState'>;

export type PhoneSessionDependencies = Readonly<{
  api: PhoneApi;
  openStream: (path: string) => PhoneStream;
  now: () => number;
  newId: () => string;
}>;

const RETRY_AFTER_MS = 3_000;
const TYPING_RECHECK_AFTER_MS = 5_000;
const STREAM_CLOSED = 2;

/**
 * One virtual phone as this page knows it: what the simulator said last, plus what the person did since.
 * Every action shows at once and is settled by the next refresh.
 */
export class PhoneSession {
  readonly #waId: string;
  readonly #dependencies: PhoneSessionDependencies;
  readonly #listeners = new Set<() => void>();
  readonly #reactions = new Map<string, string>();
  readonly #played = new Set<string>();
  readonly #waitingForOnline: (() => void)[] = [];
  #phone: Phone | undefined;
  #worldAheadMs = 0;
  #online: boolean | undefined;
  #outgoing: readonly OutgoingMessage[] = [];
  #snapshot: PhoneSnapshot = { phone: undefined, problem: undefined, refusal: undefined };
  #stream: PhoneStream | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<void> | undefined;
  #refreshAgain = false;
  #sending: Promise<void> = Promise.resolve();

  constructor(waId: string, dependencies: PhoneSessionDependencies) {
    this.#waId = waId;
    this.#dependencies = dependencies;
  }

  readonly getSnapshot = (): PhoneSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#disconnect();
    };
  };

  /** Asks the simulator again. Calls made while one is under way share a single further one. */
  readonly refresh = (): Promise<void> => {
    if (this.#refreshing) {
      this.#refreshAgain = true;
      return this.#refreshing;
    }
    this.#refreshing = this.#load();
    return this.#refreshing;
  };

  readonly retry = (): void => {
    this.#disconnect();
    this.#connect();
  };

  readonly send = (phoneNumberId: string, draft: Draft): void => {
    const localId = `local-${this.#dependencies.newId()}`;
    const entry = createOutgoing(localId, phoneNumberId, draft, this.#nextTimestamp(phoneNumberId));
    this.#outgoing = [...this.#outgoing, entry];
    this.#publish();
    this.#deliver(entry);
  };

  readonly resend = (localId: string): void => {
    const entry = this.#outgoing.find((candidate) => candidate.localId === localId);
    if (entry?.state !== 'failed') return;
    this.#patchOutgoing(localId, { state: 'sending', reason: undefined });
    this.#deliver(entry);
  };

  readonly discard = (localId: string): void => {
    this.#outgoing = this.#outgoing.filter((entry) => entry.localId !== localId);
    this.#publish();
  };

  /** An empty emoji takes the reaction back. */
  readonly react = (phoneNumberId: string, messageId: string, emoji: string): void => {
    this.#reactions.set(messageId, emoji);
    this.#publish();
    const { api } = this.#dependencies;
    const content = { messageId, emoji };
    const send = () => api.sendMessage(this.#waId, { phoneNumberId, type: 'reaction', content });
    this.#settle(this.#whenOnline().then(send), () => {
      if (this.#reactions.get(messageId) === emoji) this.#reactions.delete(messageId);
    });
  };

  /** Sends what leaves no bubble of its own: an edit, a deletion, a request for a welcome. */
  readonly sendSilently = (phoneNumberId: string, type: string, content: unknown): void => {
    const { api } = this.#dependencies;
    const send = () => api.sendMessage(this.#waId, { phoneNumberId, type, content });
    this.#settle(this.#whenOnline().then(send));
  };

  /** Anything else a person does with the phone. Rejects with PhoneApiError; the refusal is shown as well. */
  readonly act = (action: string, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const done = this.#whenOnline().then(() => this.#dependencies.api.act(this.#waId, action, input));
    this.#settle(done);
    return done;
  };

  readonly markRead = (phoneNumberId: string): void => {
    const { api } = this.#dependencies;
    this.#settle(this.#whenOnline().then(() => api.markRead(this.#waId, phoneNumberId)));
  };

  readonly markPlayed = (messageId: string): void => {
    if (this.#played.has(messageId)) return;
    this.#played.add(messageId);
    this.#publish();
    const { api } = this.#dependencies;
    this.#settle(this.#whenOnline().then(() => api.markPlayed(this.#waId, messageId)));
  };

  readonly setOnline = (online: boolean): void => {
    this.#online = online;
    this.#publish();
    this.#settle(this.#dependencies.api.setOnline(this.#waId, online), () => {
      this.#online = undefined;
    });
  };

  /** The world's present, in ms. */
  readonly now = (): number => this.#dependencies.now() + this.#worldAheadMs;

  readonly dismissRefusal = (): void => this.#publish({ refusal: undefined });

  #connect(): void {
    const { api, openStream } = this.#dependencies;
    void this.refresh();
    const stream = openStream(api.streamPath(this.#waId));
    for (const event of ['open', 'chat']) stream.addEventListener(event, () => void this.refresh());
    stream.addEventListener('error', () => {
      // The browser reconnects a broken stream by itself; one that was refused stays closed.
      if (stream.readyState === STREAM_CLOSED) this.#retryLater();
      else void this.refresh();
    });
    this.#stream = stream;
  }

  #disconnect(): void {
    this.#stream?.close();
    this.#stream = undefined;
    clearTimeout(this.#typingTimer);
    clearTimeout(this.#retryTimer);
    this.#retryTimer = undefined;
  }

  #retryLater(): void {
    this.#retryTimer ??= setTimeout(() => {
      this.#retryTimer = undefined;
      if (this.#listeners.size > 0) this.retry();
    }, RETRY_AFTER_MS);
  }

  async #load(): Promise<void> {
    do {
      this.#refreshAgain = false;
      const accepted = new Set(this.#outgoing.filter((entry) => entry.state === 'accepted'));
      try {
        this.#phone = await this.#dependencies.api.getPhone(this.#waId);
        const here = this.#dependencies.now();
        this.#worldAheadMs = (this.#phone.now ?? here) - here;
        const known = new Set(this.#phone.chats.flatMap(({ messages }) => messages.map(({ id }) => id)));
        // A message that was accepted and is gone was taken away with its world: somebody reset the simulator.
        this.#outgoing = this.#outgoing.filter(
          (entry) => !accepted.has(entry) || known.has(entry.message.id),
        );
        this.#publish({ problem: undefined });
        this.#recheckTyping();
      } catch (error) {
        this.#publish({ problem: problemOf(error) });
        this.#retryLater();
      }
    } while (this.#refreshAgain);
    // At once, not in a later turn: a refresh asked for in between would wait for a loop that has ended.
    this.#refreshing = undefined;
  }

  /** The simulator forgets the typing of the business after 25 s without telling us. */
  #recheckTyping(): void {
    clearTimeout(this.#typingTimer);
    if (!this.#phone?.chats.some((chat) => chat.typing) || this.#listeners.size === 0) return;
    this.#typingTimer = setTimeout(() => void this.refresh(), TYPING_RECHECK_AFTER_MS);
  }

  /** The world's clock may be ahead of this browser's; a new message is never older than the last one. */
  #nextTimestamp(phoneNumberId: string): number {
    const chat = this.#phone?.chats.find((candidate) => candidate.phoneNumberId === phoneNumberId);
    return Math.max(this.#dependencies.now(), chat?.messages.at(-1)?.timestamp ?? 0);
  }

  #deliver(entry: OutgoingMessage): void {
    const { api } = this.#dependencies;
    // An upload takes its own time; messages themselves go out one after another, in the order typed.
    const content = this.#whenOnline().then(() => this.#contentFor(entry.draft));
    content.catch(() => undefined);
    this.#sending = this.#sending.then(async () => {
      const { phoneNumberId, draft, localId } = entry;
      try {
        const sent = await api.sendMessage(this.#waId, {
          phoneNumberId,
          type: draft.request?.type ?? draft.type,
          content: await content,
          contextId: draft.contextId,
          marks: draft.marks,
        });
        this.#patchOutgoing(localId, { state: 'accepted', message: { ...entry.message, id: sent.id } });
        void this.refresh();
      } catch (error) {
        this.#patchOutgoing(localId, { state: 'failed', reason: reasonOf(error) });
      }
    });
  }

  /** In airplane mode the phone itself keeps everything back, as a real one does. */
  #whenOnline(): Promise<void> {
    if (this.#isOnline()) return Promise.resolve();
    return new Promise((resolve) => this.#waitingForOnline.push(resolve));
  }

  #isOnline(): boolean {
    return this.#online ?? this.#phone?.online ?? true;
  }

  async #contentFor(draft: Draft): Promise<unknown> {
    if (!draft.file) return draft.request?.content ?? draft.content;
    const { blob, filename } = draft.file;
    const { mediaId } = await this.#dependencies.api.uploadMedia(this.#waId, blob, filename);
    return { ...draft.content, mediaId };
  }

  #patchOutgoing(localId: string, patch: Partial<OutgoingMessage>): void {
    this.#outgoing = this.#outgoing.map((entry) =>
      entry.localId === localId ? { ...entry, ...patch } : entry,
    );
    this.#publish();
  }

  #settle(action: Promise<unknown>, afterwards: () => void = () => undefined): void {
    void action
      .catch((error: unknown) => this.#publish({ refusal: reasonOf(error) ?? '' }))
      .then(this.refresh)
      .then(() => {
        afterwards();
        this.#publish();
      });
  }

  #show(): ShownPhone | undefined {
    return (
      this.#phone &&
      showPhone(this.#phone, {
        isOnline: this.#isOnline(),
        outgoing: this.#outgoing,
        reactions: this.#reactions,
        played: this.#played,
      })
    );
  }

  #publish(change: Partial<PhoneSnapshot> = {}): void {
    if (this.#isOnline()) for (const resume of this.#waitingForOnline.splice(0)) resume();
    this.#snapshot = { ...this.#snapshot, ...change, phone: this.#show() };
    for (const listener of this.#listeners) listener();
  }
}
