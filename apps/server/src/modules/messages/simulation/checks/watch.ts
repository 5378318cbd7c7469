import type { ProviderSendRequest } from '#modules/channels';
import type { Host } from '../engine/scheduler.ts';
import type { Change, MemoryTransaction } from '../store/memory-database.ts';
import type { OutboxRow } from '../store/rows.ts';
import { type Acceptance, recipientOf } from '../world/provider.ts';
import { tell, type World } from '../world/world.ts';
import { checkDispatch, checkOrder } from './dispatch-rules.ts';
import { RateCount } from './rate-count.ts';
import { Coverage, isAllowed, mayShowNext } from './transitions.ts';

/** Looks at every commit and at everything the provider sees, at the moment it happens. */
export class Watch {
  readonly coverage = new Coverage();
  readonly #world: World;
  readonly #rates: RateCount;
  readonly #called = new Set<string>();
  readonly #accepted = new Map<string, number>();

  constructor(world: World) {
    this.#world = world;
    this.#rates = new RateCount(world);
  }

  readonly onCommit = (changes: readonly Change[], transaction: MemoryTransaction): void => {
    for (const change of changes) {
      if (change.table === 'outbox') this.#onOutbox(change as Change<'outbox'>, transaction);
      if (change.table === 'messages') this.#onMessage(change as Change<'messages'>, transaction.host);
    }
  };

  /** The first byte is about to be written. */
  readonly onCall = (channelId: string, { attemptKey, recipient }: ProviderSendRequest, host: Host): void => {
    const name = this.#world.trace.name('attempt', attemptKey);
    tell(this.#world, host.name, 'calls the provider', { attempt: name });
    const attempt = this.#world.database.tables.attempts.get(attemptKey);
    if (!attempt) this.#fail(`rule 1: ${name} was written before its dispatch was committed`);
    if (this.#called.has(attemptKey)) this.#fail(`I4: ${name} was written twice`);
    this.#called.add(attemptKey);
    if (attempt && attempt.channelId !== channelId) this.#fail(`${name} went out by another number`);
    const problems = this.#rates.count(channelId, recipientOf({ recipient }));
    for (const problem of problems) this.#fail(`${name}: ${problem}`);
  };

  readonly onAccepted = ({ attemptKey }: Acceptance): void => {
    const { attempts, messages } = this.#world.database.tables;
    const message = messages.get(attempts.get(attemptKey)?.messageId ?? '');
    if (!message) return this.#fail('I4: the provider accepted what nobody wrote');
    const times = (this.#accepted.get(message.id) ?? 0) + 1;
    this.#accepted.set(message.id, times);
    if (times > 1 + message.resends) {
      this.#fail(
        `I4: ${this.#nameOf(message.id)} was accepted ${times} times, sent again ${message.resends} times`,
      );
    }
  };

  #onOutbox({ key, before, after }: Change<'outbox'>, transaction: MemoryTransaction): void {
    const state = after?.state ?? this.#endOf(key);
    const from = before?.state ?? 'new';
    if (state === from) return;
    const transition = `${from} → ${state}`;
    tell(this.#world, transaction.host.name, transition, {
      message: this.#nameOf(key),
      ...(after?.attemptKey ? { attempt: this.#world.trace.name('attempt', after.attemptKey) } : {}),
    });
    this.coverage.count(transition);
    if (!isAllowed(transition)) this.#fail(`${this.#nameOf(key)} went ${transition}`);
    if (after?.state === 'claimed' || after?.state === 'dispatched') {
      this.#onTaken(after, from, transaction);
    }
  }

  #onTaken(row: OutboxRow, from: string, transaction: MemoryTransaction): void {
    const lease = this.#world.database.tables.leases.get(row.channelId);
    if (lease?.fence !== row.fence) {
      this.#fail(`rule 2.5: ${this.#nameOf(row.messageId)} was taken under a lease that is somebody else's`);
    }
    const { database } = this.#world;
    const problems = [
      // Its place in the order is decided when its turn comes, before its files are brought to the provider.
      ...(from === 'queued' ? checkOrder(database, row, transaction) : []),
      ...(row.state === 'dispatched' ? checkDispatch(database, row, transaction) : []),
    ];
    for (const problem of problems) {
      this.#fail(`${this.#nameOf(row.messageId)}: ${problem}`);
    }
  }

  #onMessage({ key, before, after }: Change<'messages'>, host: Host): void {
    if (!before || !after || before.state === after.state) return;
    if (after.resends > before.resends) return;
    tell(this.#world, host.name, `shows ${after.state}`, {
      message: this.#nameOf(key),
      before: before.state,
    });
    if (!mayShowNext(before.state, after.state)) {
      this.#fail(`${this.#nameOf(key)} was shown as ${before.state}, then as ${after.state}`);
    }
  }

  /** How a row ended that is not in the outbox any more. */
  #endOf(messageId: string): string {
    const message = this.#world.database.tables.messages.get(messageId);
    if (!message) return 'lost';
    return message.providerMessageId === null ? message.state : 'accepted';
  }

  #nameOf(messageId: string): string {
    return this.#world.trace.name('message', messageId);
  }

  #fail(problem: string): void {
    tell(this.#world, 'VIOLATION', problem);
    this.#world.violations.push(problem);
  }
}
