import { setTimeout as pause } from 'node:timers/promises';
import { checkInbound, type Finding } from '../invariants.ts';
import { createRandom } from '../random.ts';
import { openStage, type Stage, until } from '../stage.ts';

export interface InboundProfile {
  readonly messages: number;
  readonly customers: number;
  readonly kills: number;
}

/** Customers write while webhooks come twice and in the wrong order and the server is killed again and again. */
export async function inboundUnderKills(
  profile: InboundProfile,
  options: { readonly seed: number; readonly mutant?: string },
): Promise<readonly Finding[]> {
  const stage = await openStage(options);
  try {
    await stage.control.setFaults({ duplicate: 0.1, reorder: 0.15, drop: 0.03 });
    const sent = await writeUnderKills(stage, profile, createRandom(options.seed));
    await stage.control.clearFaults();
    await drain(stage);
    await stage.query('create table raw_senders (id text primary key, wa_id text not null)');
    await stage.query('insert into raw_senders select * from unnest($1::text[], $2::text[])', [
      sent.map(({ id }) => id),
      sent.map(({ waId }) => waId),
    ]);
    return await checkInbound(
      stage,
      sent.map(({ id }) => id),
    );
  } finally {
    await stage.close();
  }
}

interface SentMessage {
  readonly id: string;
  readonly waId: string;
}

/** Before each kill a share of the messages, so that every kill hits webhooks at every stage of their way. */
async function writeUnderKills(
  stage: Stage,
  { messages, customers, kills }: InboundProfile,
  random: () => number,
): Promise<readonly SentMessage[]> {
  const sent: SentMessage[] = [];
  const startedAt = Date.now();
  for (let kill = 1; kill <= kills; kill += 1) {
    const share = Array.from({ length: Math.ceil((messages * kill) / kills) - sent.length }, (_, index) => ({
      phoneNumberId: stage.phoneNumberId,
      waId: `1202555${String(1000 + Math.floor(random() * customers))}`,
      type: 'text',
      text: { body: `${sent.length + index} こんにちは` },
      timestamp: startedAt + (sent.length + index) * 250,
    }));
    const { ids } = await stage.control.sendInbound(share, 1 + Math.floor(random() * 4));
    share.forEach(({ waId }, index) => sent.push({ id: ids[index] ?? '', waId }));
    await pause(random() * 250);
    await stage.killServer();
  }
  return sent;
}

/** The faults are over: everything on its way must arrive and be processed. */
async function drain(stage: Stage): Promise<void> {
  await until('the webhooks', async () => (await stage.control.settle(5_000)).settled, 120_000);
  await until('the raw events', async () => {
    const [row] = await stage.query<{ left: string }>(
      'select count(*) as left from raw_event_jobs where quarantined_at is null',
    );
    return row?.left === '0';
  });
}
