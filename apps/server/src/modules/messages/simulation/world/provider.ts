import { classifyGraphError } from '@renkei/graph-api';
import type {
  ProviderClient,
  ProviderRefusal,
  ProviderSendOutcome,
  ProviderSendRequest,
} from '#modules/channels';
import { portOf } from '../engine/port-of.ts';
import type { Host } from '../engine/scheduler.ts';
import { goesWrong, outside, tell, type World } from './world.ts';

/** A send that the provider has taken: the truth that everything is held against at the end. */
export interface Acceptance {
  readonly attemptKey: string;
  readonly channelId: string;
  readonly providerMessageId: string;
  readonly atMs: number;
}

/** What the provider tells of a message, in a webhook. */
export interface ToldStatus {
  readonly channelId: string;
  readonly providerMessageId: string;
  readonly attemptKey: string;
  readonly recipient: string;
  readonly status: string;
  readonly refusals: readonly ProviderRefusal[];
}

interface ProviderHooks {
  /** The first byte of a call is written. */
  readonly onCall: (channelId: string, request: ProviderSendRequest, host: Host) => void;
  readonly onAccepted: (acceptance: Acceptance) => void;
  readonly onStatus: (status: ToldStatus) => void;
}

const clientTimeoutMs = 30_000;
const retryCodes = [131000, 131016, 2];
const finalCodes = [131026, 131051, 131008];
const throttleCodes = [130429, 131048, 80007];
const pairCode = 131056;
const tokenCode = 190;
const pairBurst = 45;
const pairIntervalMs = 6_000;

/** Meta as sending sees it: it takes, refuses, throttles by its own count, and loses what it has to say. */
export class SimulatedProvider {
  readonly acceptances: Acceptance[] = [];
  /** Webhooks that are still on their way. */
  statusesUnderWay = 0;
  readonly #world: World;
  readonly #hooks: ProviderHooks;
  /** The only token it takes, by channel. */
  readonly #tokens = new Map<string, string>();
  readonly #lately = new Map<string, number[]>();
  readonly #pairs = new Map<string, { tokens: number; atMs: number }>();

  constructor(world: World, hooks: ProviderHooks) {
    this.#world = world;
    this.#hooks = hooks;
  }

  setToken(channelId: string, token: string): void {
    this.#tokens.set(channelId, token);
  }

  connect(host: Host, channelId: string, token: string): ProviderClient {
    return portOf<ProviderClient>('provider', {
      send: (request) =>
        new Promise((resolve) => {
          this.#world.scheduler.soon(host, () => this.#call(host, channelId, token, request, resolve));
        }),
    });
  }

  #call(
    host: Host,
    channelId: string,
    token: string,
    request: ProviderSendRequest,
    resolve: (outcome: ProviderSendOutcome) => void,
  ): void {
    const { scheduler, random } = this.#world;
    if (goesWrong(this.#world, 'providerUnreachable')) {
      scheduler.after(host, random.between(1, 500), () =>
        resolve({ outcome: 'not_sent', reason: 'unreachable', details: 'connection refused' }),
      );
      return;
    }
    this.#hooks.onCall(channelId, request, host);
    const isFrozen = this.#freezes(host);
    const giveUp = () => resolve({ outcome: 'unsure', details: 'no answer' });
    const cancelTimeout = scheduler.after(host, clientTimeoutMs, giveUp);
    const breakSoon = () => {
      if (random.chance(0.7)) scheduler.after(host, random.between(1, 3_000), giveUp);
    };
    if (goesWrong(this.#world, 'requestIsLost')) {
      tell(this.#world, 'outside', 'loses a request', { attempt: this.#name(request) });
      return breakSoon();
    }
    scheduler.after(outside, this.#latencyMs(), () => {
      // A refusal that is told too late is rare enough to be made on purpose.
      const outcome =
        isFrozen && random.chance(0.3)
          ? this.#refuse(createRefusal(random.pick(finalCodes)), request)
          : this.#judge(channelId, token, request);
      if (goesWrong(this.#world, 'answerIsLost')) {
        tell(this.#world, 'outside', 'loses an answer', { attempt: this.#name(request) });
        return breakSoon();
      }
      scheduler.after(host, this.#latencyMs(), () => {
        cancelTimeout();
        resolve(outcome);
      });
    });
  }

  /** Until its number has become somebody else's. */
  #freezes(host: Host): boolean {
    const { plan, random, scheduler } = this.#world;
    // Worlds without it are not to lose a throw of their dice.
    if (plan.trouble.callerFreezes === 0 || !goesWrong(this.#world, 'callerFreezes')) return false;
    const ms = plan.leaseMs * random.between(1, 2.5);
    tell(this.#world, host.name, `stands still for ${Math.round(ms)} ms`);
    host.pausedUntilMs = scheduler.nowMs + ms;
    return true;
  }

  #refuse(refusal: ProviderRefusal, request: ProviderSendRequest): ProviderSendOutcome {
    tell(this.#world, 'provider', `refuses with ${refusal.code}`, { attempt: this.#name(request) });
    return { outcome: 'rejected', refusal };
  }

  #latencyMs(): number {
    const { random } = this.#world;
    if (goesWrong(this.#world, 'answerIsSlow')) return random.between(500, 20_000);
    return random.between(1, 80);
  }

  #judge(channelId: string, token: string, request: ProviderSendRequest): ProviderSendOutcome {
    const refusal = this.#findRefusal(channelId, token, request);
    if (refusal) return this.#refuse(refusal, request);
    const providerMessageId = `wamid.${this.acceptances.length + 1}`;
    const acceptance = {
      attemptKey: request.attemptKey,
      channelId,
      providerMessageId,
      atMs: this.#world.scheduler.nowMs,
    };
    this.acceptances.push(acceptance);
    tell(this.#world, 'provider', `accepts as ${providerMessageId}`, { attempt: this.#name(request) });
    this.#hooks.onAccepted(acceptance);
    this.#tellStatuses(acceptance, recipientOf(request));
    return { outcome: 'accepted', providerMessageId };
  }

  #findRefusal(channelId: string, token: string, request: ProviderSendRequest): ProviderRefusal | undefined {
    const { random } = this.#world;
    if (this.#tokens.get(channelId) !== token) return createRefusal(tokenCode);
    if (!this.#takesFromPair(`${channelId} ${recipientOf(request)}`)) return createRefusal(pairCode);
    if (!this.#takesFromNumber(channelId)) return createRefusal(throttleCodes[0] ?? 0);
    if (goesWrong(this.#world, 'providerThrottles')) {
      return createRefusal(random.chance(0.3) ? pairCode : random.pick(throttleCodes));
    }
    if (goesWrong(this.#world, 'providerRefuses')) {
      return createRefusal(random.chance(0.5) ? random.pick(retryCodes) : random.pick(finalCodes));
    }
    return undefined;
  }

  /** Leaves a tenth to the delays of the network, which bring together what left apart. */
  #takesFromNumber(channelId: string): boolean {
    const { nowMs } = this.#world.scheduler;
    const lately = (this.#lately.get(channelId) ?? []).filter((atMs) => atMs > nowMs - 1_000);
    const isTaken = lately.length < Math.ceil(this.#world.plan.messagesPerSecond * 1.1);
    if (isTaken) lately.push(nowMs);
    this.#lately.set(channelId, lately);
    return isTaken;
  }

  #takesFromPair(pair: string): boolean {
    const { nowMs } = this.#world.scheduler;
    const known = this.#pairs.get(pair) ?? { tokens: pairBurst, atMs: nowMs };
    const tokens = Math.min(pairBurst, known.tokens + (nowMs - known.atMs) / pairIntervalMs);
    const isTaken = tokens > 0.5;
    this.#pairs.set(pair, { tokens: isTaken ? tokens - 1 : tokens, atMs: nowMs });
    return isTaken;
  }

  #tellStatuses(acceptance: Acceptance, recipient: string): void {
    const { random } = this.#world;
    const told = random.chance(0.1)
      ? ['failed']
      : ['sent', 'delivered', 'read', 'played'].slice(0, 1 + random.below(4));
    for (const status of random.chance(0.1) ? told.slice(-1) : told) {
      const refusals = status === 'failed' ? [createRefusal(random.pick([131026, 131049]))] : [];
      const { channelId, providerMessageId, attemptKey } = acceptance;
      const news = { channelId, providerMessageId, attemptKey, recipient, status, refusals };
      this.#tellLater(news);
      if (goesWrong(this.#world, 'statusRepeats')) this.#tellLater(news);
    }
  }

  #tellLater(status: ToldStatus): void {
    const { scheduler, random } = this.#world;
    const lateMs = () =>
      random.chance(0.2) ? random.between(600_000, 18_000_000) : random.between(2_000, 60_000);
    const delayMs = goesWrong(this.#world, 'statusIsLate') ? lateMs() : random.between(1, 1_500);
    this.statusesUnderWay += 1;
    scheduler.after(outside, delayMs, () => {
      this.statusesUnderWay -= 1;
      this.#hooks.onStatus(status);
    });
  }

  #name({ attemptKey }: ProviderSendRequest): string {
    return this.#world.trace.name('attempt', attemptKey);
  }
}

export function recipientOf({ recipient }: Pick<ProviderSendRequest, 'recipient'>): string {
  return 'phone' in recipient ? recipient.phone : '';
}

export function createRefusal(code: number): ProviderRefusal {
  const { title, cause, remedy, action, area, source } = classifyGraphError(code);
  return { code, subcode: null, details: '', title, cause, remedy, action, area, source };
}
