import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, sql } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { waitFor } from '../../../../test/wait-for.ts';

/** A database that is lost at the worst moment leaves nothing in doubt as long as the process lives. */
let platform: TestPlatform;
let world: SendingHarness;
let wires: Wires;

const stopTimeoutMs = 200;

beforeEach(async () => {
  platform = await createTestPlatform();
  wires = createWires(platform.database);
  world = await createSendingHarness(
    { ...platform, database: wires.database },
    { settings: { leaseMs: 2_000, discoverMs: 100, stopTimeoutMs } },
  );
  await world.connect();
});
afterEach(async () => {
  await world?.close();
  await platform?.close();
});

describe('a commit of which nobody was told', () => {
  it('is taken back, since nothing of its sends was begun', async () => {
    const conversationId = await world.openConversation('819055500001');
    wires.loseCommit((result) => isObject(result) && 'dispatched' in result && hasSome(result.dispatched));
    const messageId = await world.send(conversationId, 'Once');
    await world.reaches(messageId, ['delivered', 'read']);
    expect(wires.lostCommits()).toBe(1);
    expect(await readAttempts()).toEqual(['rejected: withheld', 'accepted']);
  });

  it('is taken back for a file that had been brought to the provider, too', async () => {
    const conversationId = await world.openConversation('819055500001');
    wires.loseCommit((result) => isObject(result) && 'request' in result);
    const mediaId = await world.upload('image');
    const messageId = await world.outbound.send(world.principal.workspaceId, {
      conversationId,
      content: { kind: 'image', mediaId },
      senderMemberId: null,
      origin: 'inbox',
    });
    await world.reaches(messageId, ['delivered', 'read']);
    expect(wires.lostCommits()).toBe(1);
    expect(await readAttempts()).toEqual(['rejected: withheld', 'accepted']);
  });
});

describe('a database that is away for longer than a stopping process waits', () => {
  it('is told how the calls under way ended once it is back', async () => {
    const conversationId = await world.openConversation('819055500001');
    await world.simulator.control.setFaults({ acceptDelayMs: 300 });
    const messageId = await world.send(conversationId, 'Once');
    await waitFor(async () => (await readAttempts()).length > 0 || undefined);
    // Nobody else tells how it ended.
    world.setIntake(false);
    wires.goAway();
    await waitFor(async () => wires.awayMs() > 5 * stopTimeoutMs || undefined);
    wires.comeBack();
    await world.reaches(messageId, ['sent']);
    expect(await readAttempts()).toEqual(['accepted']);
    world.setIntake(true);
    await world.reaches(messageId, ['delivered', 'read']);
  });
});

async function readAttempts(): Promise<readonly string[]> {
  const rows = await platform.database.inTenant(world.principal.workspaceId, (tx) =>
    tx.query<{ end: string }>(
      sql`select concat_ws(': ', state, error ->> 'outcome') as end from attempts order by dispatched_at`,
    ),
  );
  return rows.map(({ end }) => end);
}

interface Wires {
  readonly database: Database;
  /** The next commit of a transaction with such a result happens, and the connection is lost before it is confirmed. */
  loseCommit(of: (result: unknown) => boolean): void;
  lostCommits(): number;
  goAway(): void;
  awayMs(): number;
  comeBack(): void;
}

function createWires(real: Database): Wires {
  let isLost: ((result: unknown) => boolean) | undefined;
  let lost = 0;
  let awaySinceMs: number | undefined;

  async function through<Result>(work: () => Promise<Result>): Promise<Result> {
    if (awaySinceMs !== undefined) throw new RenkeiError('store_unavailable');
    const result = await work();
    if (!isLost?.(result)) return result;
    isLost = undefined;
    lost += 1;
    throw new RenkeiError('store_unavailable');
  }

  return {
    database: {
      inTenant: (workspaceId, work) => through(() => real.inTenant(workspaceId, work)),
      inSystem: (work) => through(() => real.inSystem(work)),
      poolState: () => real.poolState(),
      close: () => real.close(),
    },
    loseCommit: (of) => void (isLost = of),
    lostCommits: () => lost,
    goAway: () => void (awaySinceMs = performance.now()),
    awayMs: () => (awaySinceMs === undefined ? 0 : performance.now() - awaySinceMs),
    comeBack: () => void (awaySinceMs = undefined),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function hasSome(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
