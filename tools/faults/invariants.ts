import type { Stage } from './stage.ts';

/** One promise of the product, checked over the database and the simulator's ledger after a run. */
export interface Finding {
  readonly invariant: string;
  readonly says: string;
  /** What breaks it; empty when it holds. */
  readonly broken: readonly string[];
}

/** I1 to I3: everything answered 200 is in the inbox exactly once, under the right person, in the provider's order. */
export async function checkInbound(stage: Stage, sentIds: readonly string[]): Promise<readonly Finding[]> {
  const rows = await stage.query<{ id: string; times: string }>(
    `select provider_message_id as id, count(*) as times from messages where direction = 'inbound' group by 1`,
  );
  const times = new Map(rows.map((row) => [row.id, Number(row.times)]));
  const misfiled = await stage.query<{ id: string }>(
    `select message.provider_message_id as id from messages message
     join raw_senders sender on sender.id = message.provider_message_id
     where not exists (select from identities identity
       where identity.workspace_id = message.workspace_id and identity.contact_id = message.contact_id
         and identity.kind = 'wa_id' and identity.value = sender.wa_id)`,
  );
  const twins = await stage.query<{ value: string }>(
    `select contact_id::text as value from conversations group by workspace_id, channel_id, contact_id having count(*) > 1
     union all
     select value from identities group by workspace_id, kind, value having count(distinct contact_id) > 1`,
  );
  const inversions = await stage.query<{ id: string }>(
    `select id from (
       select provider_message_id as id, provider_at,
              lag(provider_at) over (partition by conversation_id order by shown_at, arrival) as before
       from messages where direction = 'inbound') ordered where before > provider_at`,
  );
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    { invariant: 'I1', says: 'nothing lost', broken: sentIds.filter((id) => !times.has(id)) },
    { invariant: 'I1', says: 'nothing doubled', broken: sentIds.filter((id) => (times.get(id) ?? 0) > 1) },
    { invariant: 'I2', says: 'nothing out of order', broken: ids(inversions) },
    { invariant: 'I3', says: 'nothing misfiled', broken: ids(misfiled) },
    { invariant: 'I3', says: 'one contact per identity', broken: twins.map(({ value }) => value) },
  ];
}

/** Calls of one number under way at the same time: what a kill can leave unsure. */
const callsUnderWay = 64;

/**
 * I4 to I7: no message accepted twice, everything accepted is known as sent, nothing is left hanging, and no more is
 * unconfirmed than was under way at the kills or lost its answer.
 */
export async function checkSends(
  stage: Stage,
  run: { readonly kills: number; readonly messages: number; readonly lostAnswers: number },
): Promise<readonly Finding[]> {
  const { sends } = await stage.control.listSends(0, 100_000);
  const attempts = await stage.query<{ attempt_key: string; message_id: string; state: string }>(
    `select attempt.attempt_key, attempt.message_id, message.state
     from attempts attempt join messages message using (workspace_id)
     where message.id = attempt.message_id`,
  );
  const byKey = new Map(attempts.map((attempt) => [attempt.attempt_key, attempt]));
  const accepted = sends.map((send) => ({ ...send, attempt: byKey.get(send.attemptKey ?? '') }));
  const perMessage = countBy(accepted.map(({ attempt }) => attempt?.message_id ?? 'unknown'));
  const hanging = await stage.query<{ id: string; state: string }>(
    `select id::text, state from messages where state in ('queued', 'claimed', 'dispatched', 'unsure')`,
  );
  const known = new Set(['sent', 'delivered', 'read', 'played']);
  const unconfirmed = await stage.query<{ id: string }>(
    `select id::text from messages where state = 'unconfirmed'`,
  );
  const mayBeUnconfirmed = run.kills * callsUnderWay + run.messages * run.lostAnswers * 2;
  return [
    {
      invariant: 'I4',
      says: 'no attempt accepted twice',
      broken: duplicatesOf(sends.map(({ attemptKey }) => attemptKey ?? '')),
    },
    {
      invariant: 'I4',
      says: 'no message accepted twice',
      broken: [...perMessage].filter(([, count]) => count > 1).map(([id]) => id),
    },
    {
      invariant: 'I5',
      says: 'accepted means sent',
      broken: accepted
        .filter(({ attempt }) => !known.has(attempt?.state ?? ''))
        .map(({ wamid, attempt }) => `${wamid} is ${attempt?.state ?? 'unknown'}`),
    },
    {
      invariant: 'I6',
      says: 'nothing left hanging',
      broken: hanging.map(({ id, state }) => `${id} is ${state}`),
    },
    {
      invariant: 'I7',
      says: `few enough unconfirmed (${unconfirmed.length})`,
      broken: unconfirmed.length <= mayBeUnconfirmed ? [] : unconfirmed.map(({ id }) => id),
    },
  ];
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function duplicatesOf(values: readonly string[]): readonly string[] {
  return [...countBy(values)].filter(([, count]) => count > 1).map(([value]) => value);
}
