import { readSends } from './load/ledger.ts';
import type { Stage } from './stage/open-stage.ts';

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|wamid\.[\w=+/-]+/;

/** What everybody knows about a message, ours or a customer's: the events around what went wrong. */
export async function tellStory({ control, database }: Stage, about: string): Promise<readonly string[]> {
  const id = idPattern.exec(about)?.[0];
  if (id === undefined) return [];
  const messages = await database.query<{ id: string; story: string }>(
    `select id::text, to_jsonb(m) - 'content' - 'preview' - 'verdict' || '{}' as story from messages m
     where id::text = $1 or provider_message_id = $1`,
    [id],
  );
  const ids = messages.map((message) => message.id);
  const lines = messages.map(({ story }) => `message ${JSON.stringify(story)}`);
  for (const [table, condition] of [
    ['outbox', 'message_id::text = any ($1)'],
    ['attempts', 'message_id::text = any ($1)'],
    [
      'message_statuses',
      `(workspace_id, provider_message_id) in
         (select workspace_id, provider_message_id from messages where id::text = any ($1))`,
    ],
  ] as const) {
    const rows = await database.query<{ row: unknown }>(
      `select to_jsonb(t) as row from ${table} t where ${condition} limit 10`,
      [ids],
    );
    lines.push(...rows.map(({ row }) => `${table} ${JSON.stringify(row)}`));
  }
  const keys = await database.query<{ key: string }>(
    'select attempt_key as key from attempts where message_id::text = any ($1)',
    [ids],
  );
  const known = new Set(keys.map(({ key }) => key));
  const sends = await readSends(control);
  const accepted = sends.filter(({ wamid, attemptKey }) => wamid === id || known.has(attemptKey ?? ''));
  lines.push(...accepted.map(({ request: _request, ...send }) => `provider ${JSON.stringify(send)}`));
  return lines;
}
