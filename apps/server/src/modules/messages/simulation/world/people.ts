import type { SendableContent } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import { cancelMessage } from '../../outbound/cancel-message.ts';
import type { OutboundContext } from '../../outbound/needs.ts';
import { resendMessage } from '../../outbound/resend-message.ts';
import { sendMessage } from '../../outbound/send-message.ts';
import { createHost } from '../engine/scheduler.ts';
import type { ChannelRow } from '../store/rows.ts';
import { statement } from '../store/statement.ts';
import type { Intake } from './intake.ts';
import type { SimulatedProvider } from './provider.ts';
import { createSendingContext } from './sending-context.ts';
import { tell, type World, workspaceId } from './world.ts';

const principal: Principal = { workspaceId, memberId: 'member', sessionId: 'session', role: 'owner' };
const triesOfACaller = 5;
const hourMs = 60 * 60 * 1_000;

/** Those who use the product: they write, repeat a call whose answer was lost, send again, cancel, and mend what broke. */
export class People {
  readonly #world: World;
  readonly #host = createHost('people');
  readonly #context: OutboundContext;
  readonly #provider: SimulatedProvider;
  readonly #intake: Intake;
  #written = 0;

  constructor(world: World, provider: SimulatedProvider, intake: Intake) {
    this.#world = world;
    this.#provider = provider;
    this.#intake = intake;
    this.#context = createSendingContext(world, this.#host, { provider, intakeLagMs: () => intake.lagMs() });
  }

  /** Spreads everything that people do over the troubled time. */
  start(): void {
    const { plan, random, scheduler } = this.#world;
    const sometime = (what: () => void) =>
      scheduler.after(this.#host, random.between(0, plan.troubledMs * 0.9), what);
    const soon = (what: () => void) => scheduler.after(this.#host, random.between(0, 1_000), what);
    for (let index = 0; index < plan.sends; index += 1) {
      (plan.isStorm ? soon : sometime)(() => void this.#write());
    }
    for (let index = 0; index < plan.mishaps.stops; index += 1) {
      sometime(() => void this.#intake.customerStops(this.#anyConversation()));
    }
    for (let index = 0; index < 3; index += 1) {
      sometime(() => void this.#sendAgain());
      sometime(() => void this.#takeBack());
      sometime(() => void this.#intake.customerWrites(this.#anyConversation()));
    }
  }

  /** Somebody finds what was given up, and sends it again; some while their number is in trouble. */
  lookAfterUnconfirmed(): void {
    const messageId = this.#anyMessage(['unconfirmed']);
    const channelId = this.#world.database.tables.messages.get(messageId ?? '')?.channelId;
    if (messageId === undefined || channelId === undefined) return;
    const { random, scheduler } = this.#world;
    void this.#insist(async () => {
      if (random.chance(0.5)) {
        await this.#setChannel(channelId, { state: 'restricted' });
        scheduler.after(this.#host, random.between(hourMs / 2, 3 * hourMs), () => void this.mend(channelId));
      }
      await resendMessage(this.#context, principal, messageId);
    });
  }

  /** Somebody enters a token that works, for a number that cannot send. */
  async mend(channelId: string): Promise<void> {
    const token = `token-${this.#world.scheduler.steps}`;
    this.#provider.setToken(channelId, token);
    await this.#insist(() =>
      this.#setChannel(channelId, { credentialsVersion: token, state: 'connected', problem: null }),
    );
    tell(this.#world, 'people', 'enter a new token', { channelId });
  }

  #setChannel(channelId: string, change: Partial<ChannelRow>): Promise<void> {
    return this.#world.database.connect(this.#host, workspaceId).inTenant(workspaceId, (tx) =>
      statement(tx, 'setChannel', (rows) => {
        const row = rows.lock('channels', channelId);
        if (!row) return;
        rows.put('channels', channelId, { ...row, ...change });
        tx.wake('outbox', `${workspaceId}/${channelId}`);
      }),
    );
  }

  async #write(): Promise<void> {
    const { random, scheduler, plan } = this.#world;
    this.#written += 1;
    const number = this.#written;
    const isScheduled = !plan.isStorm && random.chance(0.1);
    const request = {
      conversationId: this.#anyConversation(),
      content: this.#anyContent(number),
      idempotencyKey: `key-${number}`,
      senderMemberId: null,
      origin: random.pick(['inbox', 'api', 'automation', 'campaign'] as const),
      sendAt: isScheduled ? new Date(scheduler.nowMs + random.between(0, plan.troubledMs)) : undefined,
      waitsForDelivery: !plan.isStorm && random.chance(0.15),
    };
    await this.#insist(() => sendMessage(this.#context, workspaceId, request));
  }

  async #sendAgain(): Promise<void> {
    const messageId = this.#anyMessage(['failed', 'unconfirmed']);
    if (messageId !== undefined) await this.#insist(() => resendMessage(this.#context, principal, messageId));
  }

  async #takeBack(): Promise<void> {
    const messageId = this.#anyMessage(['queued']);
    if (messageId !== undefined) await this.#insist(() => cancelMessage(this.#context, principal, messageId));
  }

  /** As a caller does whose answer was lost; a refusal is an answer. */
  async #insist(call: () => Promise<unknown>): Promise<void> {
    for (let tries = 0; tries < triesOfACaller; tries += 1) {
      try {
        await call();
        return;
      } catch (error) {
        if (error instanceof RenkeiError && error.code !== 'store_unavailable') {
          tell(this.#world, 'people', `are told: ${error.code}`);
          return;
        }
        if (!(error instanceof RenkeiError) && !isLockTimeout(error)) {
          this.#world.violations.push(
            `a caller got: ${error instanceof Error ? error.stack : String(error)}`,
          );
        }
        await this.#world.scheduler.sleep(this.#host, 50);
      }
    }
  }

  #anyConversation(): string {
    return this.#world.random.pick([...this.#world.database.tables.conversations.keys()]);
  }

  #anyMessage(states: readonly string[]): string | undefined {
    const fitting = [...this.#world.database.tables.messages.values()].filter(({ state }) =>
      states.includes(state),
    );
    return fitting.length === 0 ? undefined : this.#world.random.pick(fitting).id;
  }

  #anyContent(number: number): SendableContent {
    const { random, plan } = this.#world;
    const dice = plan.isStorm ? 1 : random.next();
    if (dice < 0.2) return { kind: 'image', mediaId: `file-${number}` };
    if (dice < 0.4)
      return { kind: 'template', name: 'notice', language: 'en', bodyParameters: [], buttons: [] };
    return { kind: 'text', body: `message ${number}` };
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.includes('lock timeout');
}
