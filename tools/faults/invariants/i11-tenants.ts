import { routes } from '@renkei/contract';
import { answers } from '../stage/server.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';
import type { Evidence, Invariant } from './invariant.ts';

/** No row visible under another tenant; no canary of one tenant in any byte the other gets to read. */
export const i11Tenants: Invariant = {
  id: 'I11',
  when: 'over',
  async check(evidence) {
    const [a, b] = evidence.stage.workspaces;
    return [
      {
        invariant: 'I11',
        says: 'no row visible to another tenant',
        broken: [...(await readForeignRows(evidence, a, b)), ...(await readForeignRows(evidence, b, a))],
      },
      {
        invariant: 'I11',
        says: 'no byte of another tenant in any list',
        broken: [...(await readForeignBytes(evidence, a, b)), ...(await readForeignBytes(evidence, b, a))],
      },
    ];
  },
};

/** As the role the server works as, with the reader's tenant set. */
async function readForeignRows(
  { stage: { database } }: Evidence,
  reader: StageWorkspace,
  other: StageWorkspace,
): Promise<readonly string[]> {
  const tables = await database.query<{ name: string }>(
    `select relname as name from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'workspace_id'
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const seen: string[] = [];
  for (const { name } of tables) {
    const [row] = await database.queryAs<{ count: string }>(
      ['role renkei_app', `renkei.workspace_id = '${reader.workspaceId}'`],
      `select count(*) from public.${name} where workspace_id = '${other.workspaceId}'`,
    );
    if (row?.count !== '0') seen.push(`${name}: ${row?.count} rows of ${other.name} as ${reader.name}`);
  }
  return seen;
}

/** Every list there is, and every conversation's messages, as the owner of the reader's workspace. */
async function readForeignBytes(
  { stage: { server, database } }: Evidence,
  reader: StageWorkspace,
  other: StageWorkspace,
): Promise<readonly string[]> {
  if (!(await answers(`${server.url}/readyz`))) return ['there is no server to ask'];
  const lists = Object.values(routes).flatMap((route) =>
    route.method === 'GET' && !route.path.includes(':') && !('answers' in route) ? [route.path] : [],
  );
  const conversations = await database.query<{ id: string }>('select id::text from conversations limit 40');
  const paths = [...lists, ...conversations.map(({ id }) => `/v1/conversations/${id}/messages`)];
  const found: string[] = [];
  for (const path of paths) {
    const response = await fetch(`${server.url}${path}`, { headers: { cookie: reader.cookie } });
    const text = await response.text();
    if (text.includes(other.canary)) found.push(`${path} as ${reader.name}`);
    if (response.status >= 500) found.push(`${path} answered ${response.status}`);
  }
  return found;
}
