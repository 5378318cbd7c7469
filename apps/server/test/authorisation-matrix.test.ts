/**
 * Every route of the contract × who asks × whose ids. Generated from the route registry: a new route is covered
 * without a line here; one that names a new kind of thing needs that thing in `world.ts`.
 */
import { type Role, type RouteDefinition, type RouteName, roleHasPermission, routes } from '@renkei/contract';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleInput } from './sample-input.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';
import { Visitor } from './visitor.ts';
import { missingIds, type World } from './world.ts';

let app: TestApp;
let url: string;
let newWorld: () => Promise<World>;
/** Nothing may ever happen to it, so one is enough for all who must not change or see anything. */
let untouched: World;
let superuser: pg.Client;
let fingerprintQuery: string;

beforeAll(async () => {
  app = await startTestApp();
  ({ url, newWorld } = app);
  untouched = await newWorld();
  superuser = new pg.Client({ ...app.platform.temporary.adminConnection });
  await superuser.connect();
  fingerprintQuery = await buildFingerprintQuery();
});

afterAll(async () => {
  await superuser.end();
  await app.close();
});

type Ids = Readonly<Record<string, string>>;
type Kind = 'agent' | 'admin' | 'owner';
const kinds: readonly Kind[] = ['agent', 'admin', 'owner'];

interface Reply {
  readonly status: number;
  /** Without the request id, which differs every time. */
  readonly text: string;
}

let callers = 0;

async function ask(route: RouteDefinition, cookie: string | undefined, ids: Ids): Promise<Reply> {
  callers += 1;
  const idNamed = (name: string): string => {
    const id = ids[name];
    if (id === undefined) throw new Error(`${route.name} names a "${name}": add one to test/world.ts`);
    return id;
  };
  const params = Object.fromEntries(
    [...route.path.matchAll(/(?<=\/):(\w+)/g)].map(([, name = '']) => [name, idNamed(name)]),
  );
  const query = route.query ? (sampleInput(route.query, idNamed) as Record<string, unknown>) : {};
  const visitor = new Visitor(url, cookie);
  const answer = await visitor.call(route, {
    params,
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    body: route.accepts === 'upload' ? picture() : route.body && sampleInput(route.body, idNamed),
    // Each caller from an address of its own, or the edge would answer before the route does.
    headers: { 'x-forwarded-for': `10.${callers >> 16}.${(callers >> 8) & 255}.${callers & 255}` },
    hangUpAfterHeaders: route.answers === 'stream',
  });
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  return { status: answer.status, text: text.replace(/"requestId":"[^"]*"/, '') };
}

function picture(): FormData {
  const form = new FormData();
  form.append('file', new Blob(['not a picture'], { type: 'image/webp' }), 'sticker.webp');
  return form;
}

/** Everything a workspace owns, in one number a table; seen as the superuser, past all policies. */
async function fingerprint(workspaceId: string): Promise<string> {
  // Named, so that so many tables are planned once.
  const query = { name: 'fingerprint', text: fingerprintQuery, values: [workspaceId] };
  const { rows } = await superuser.query<{ sum: string }>(query);
  return rows.map((row) => row.sum).join('\n');
}

async function buildFingerprintQuery(): Promise<string> {
  const { rows } = await superuser.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where column_name = 'workspace_id' and table_schema = 'public'
     and table_name in (select relname from pg_class where relkind in ('r', 'p') and not relispartition) order by 1`,
  );
  return rows
    .map(
      ({ name }) =>
        `select '${name} ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum
         from ${pg.escapeIdentifier(name)} t where workspace_id = $1`,
    )
    .join(' union all ');
}

/** What changes something and leaves no entry in the audit log, and why. */
const withoutAudit: Readonly<Partial<Record<RouteName, string>>> = {
  checkChannel: 'it only looks',
  checkMessage: 'it only looks',
  checkSend: 'it only looks',
  connectChannel: 'no Graph, so nothing is connected here',
  moveChannel: 'no Graph, so nothing is moved here',
  sendMessage: 'the message itself says who sent it and when',
  sendToNumber: 'the message itself says who sent it and when',
  uploadMedia: 'the message that carries the file does',
  fetchMedia: 'it only brings what a message shows already',
  deleteMedia: 'only what no message ever showed can be removed',
  releaseHold: 'nothing is held here',
  markConversationRead: 'no decision: it happens by looking',
  showTyping: 'no decision: it happens by typing',
};

async function countAudited(workspaceId: string): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    'select count(*)::int as count from audit_log where workspace_id = $1',
    [workspaceId],
  );
  return rows[0]?.count ?? 0;
}

function mayCall(route: RouteDefinition, role: Role): boolean {
  if (route.access === 'public' || route.access === 'session') return true;
  return roleHasPermission(role, route.access.permission);
}

const allRoutes: readonly RouteDefinition[] = Object.values(routes);
const memberRoutes = allRoutes.filter((route) => route.access !== 'public');
const publicRoutes = allRoutes.filter((route) => route.access === 'public');
const named = (list: readonly RouteDefinition[]) => list.map((route) => [route.name, route] as const);

describe.each(named(memberRoutes))('%s', (_, route) => {
  test('answers 401 to nobody, to a removed member and to an expired session, and does nothing', async () => {
    const world = untouched;
    const before = await fingerprint(world.workspaceId);
    for (const cookie of [undefined, 'nonsense', world.removed.cookie, world.expired.cookie]) {
      const { status, text } = await ask(route, cookie, world.ids);
      expect(status).toBe(401);
      expect(text).not.toContain(world.mark);
    }
    expect(await fingerprint(world.workspaceId)).toBe(before);
  });

  test('answers 403 to a role that lacks the permission, and does nothing', async () => {
    const world = untouched;
    const before = await fingerprint(world.workspaceId);
    for (const kind of kinds.filter((candidate) => !mayCall(route, candidate))) {
      const { status, text } = await ask(route, world[kind].cookie, world.ids);
      expect(status).toBe(403);
      expect(text).not.toContain(world.mark);
    }
    expect(await fingerprint(world.workspaceId)).toBe(before);
  });

  test('knows no difference between what is in another workspace and what is nowhere', async () => {
    const [own, foreign] = [await newWorld(), untouched];
    const before = await fingerprint(foreign.workspaceId);
    for (const kind of kinds.filter((candidate) => mayCall(route, candidate))) {
      const cookie = own[kind].cookie;
      const ofForeign = await ask(route, cookie, foreign.ids);
      expect(ofForeign.text).not.toContain(foreign.mark);
      expect(ofForeign.status).toBeLessThan(500);
      if (route.name === 'signOut') continue;
      const ofNobody = await ask(route, cookie, missingIds(foreign));
      if (namesSomething(route)) expect(ofForeign).toEqual(ofNobody);
      if (route.path.includes(':')) expect(ofForeign.status).toBe(404);
    }
    expect(await fingerprint(foreign.workspaceId)).toBe(before);
  });

  test.each(kinds.filter((kind) => mayCall(route, kind)))(
    'is open to the %s for what is ours',
    async (kind) => {
      const [world, other] = [await newWorld(), untouched];
      const { status, text } = await ask(route, world[kind].cookie, world.ids);
      const graphIsAway = status === 502 && text.includes('graph_unreachable');
      expect(graphIsAway || ![401, 403, 404].includes(status), `${status} ${text}`).toBe(true);
      expect(graphIsAway || status < 500, `${status} ${text}`).toBe(true);
      expect(text).not.toContain(other.mark);
      if (route.method !== 'GET' && status < 300 && !(route.name in withoutAudit)) {
        expect(await countAudited(world.workspaceId), 'entries in the audit log').toBeGreaterThan(0);
      }
    },
  );
});

describe.each(named(publicRoutes))('%s', (_, route) => {
  test('lets nobody in by a made-up secret, and shows nothing', async () => {
    const world = untouched;
    const before = await fingerprint(world.workspaceId);
    for (const cookie of [undefined, world.agent.cookie, world.removed.cookie]) {
      const { status, text } = await ask(route, cookie, world.ids);
      expect([400, 401, 404]).toContain(status);
      expect(text).not.toContain(world.mark);
    }
    expect(await fingerprint(world.workspaceId)).toBe(before);
  });
});

/** By its path, its query or its body. */
function namesSomething(route: RouteDefinition): boolean {
  let names = route.path.includes(':');
  const noticing = () => {
    names = true;
    return '018f0000-0000-7000-8000-000000000000';
  };
  if (route.query) sampleInput(route.query, noticing);
  if (route.body) sampleInput(route.body, noticing);
  return names;
}
