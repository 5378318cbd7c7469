import type { Platform, Worker } from '#platform/module';
import { createHoldReader } from './hold-reader.ts';

const lookEveryMs = 2_000;

/** A worker that reaches outside: it rests as long as the system is held, and goes on by itself once it is released. */
export function workUnderHold(platform: Platform, worker: Worker): Worker {
  const hold = createHoldReader(platform);
  let working = false;
  let endTimer: (() => void) | undefined;
  let turn: Promise<void> = Promise.resolve();

  async function adapt(): Promise<void> {
    const held = await hold.isHeld();
    if (held === !working) return;
    platform.log.info({ worker: worker.name, held }, held ? 'held: work rests' : 'work begins');
    await (held ? rest() : begin());
  }

  async function rest(): Promise<void> {
    working = false;
    await worker.stop();
  }

  /** What could not begin, as when the database went away again, is ended whole and begins at a later look. */
  async function begin(): Promise<void> {
    working = true;
    try {
      await worker.start();
    } catch (error) {
      await rest();
      throw error;
    }
  }

  function look(): Promise<void> {
    turn = turn.then(adapt).catch((error: unknown) => {
      platform.log.error({ err: error, worker: worker.name }, 'a worker could not follow the hold');
    });
    return turn;
  }

  return {
    name: worker.name,
    async start() {
      endTimer = platform.clock.every(lookEveryMs, () => void look());
      await look();
    },
    async stop() {
      endTimer?.();
      await turn;
      if (working) await worker.stop();
      working = false;
    },
  };
}
