import { readFile } from 'node:fs/promises';
import { contentSchema } from '@renkei/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';

let platform: TestPlatform;
let admin: pg.Client;
let workspaceId: string;

beforeAll(async () => {
  platform = await createTestPlatform();
  admin = new pg.Client(platform.temporary.adminConnection);
  await admin.connect();
  workspaceId = await platform.createWorkspace();
});
afterAll(async () => {
  await admin?.end();
  await platform?.close();
});

/** The statements of the migration that turn what was stored before it, run as the owner runs them. */
async function convert(): Promise<void> {
  const file = new URL('../../../../migrations/0003_outbound.sql', import.meta.url);
  const text = await readFile(file, 'utf8');
  const owner = new pg.Client(platform.temporary.ownerConnection);
  await owner.connect();
  await owner.query(text.slice(text.indexOf('alter table messages no force')));
  await owner.end();
}

it('template messages of the first release can still be read', async () => {
  const common = { kind: 'template', name: 'order_update', language: 'en', bodyParameters: ['Amara'] };
  const rendered = { header: 'For 2214', body: 'Hi Amara', footer: null, buttons: ['Confirm', 'Reschedule'] };
  const stored: readonly object[] = [
    { ...common, headerParameters: ['2214'], rendered },
    { ...common, headerParameters: [], rendered: { ...rendered, buttons: [] } },
    { ...common, headerParameters: [] },
  ];
  for (const [index, content] of stored.entries()) {
    await admin.query(
      `insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
         state, shown_at, arrival, created_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'outbound', 'template', $2,
         '', 'sent', now(), $3, now())`,
      [workspaceId, JSON.stringify(content), index],
    );
  }
  await convert();
  const { rows } = await admin.query<{ content: unknown }>('select content from messages order by arrival');
  const contents = rows.map(({ content }) => contentSchema.parse(content));
  expect(contents[0]).toEqual({
    ...common,
    header: { type: 'text', text: '2214' },
    buttons: [],
    rendered: {
      ...rendered,
      buttons: [
        { type: 'unknown', text: 'Confirm', value: null },
        { type: 'unknown', text: 'Reschedule', value: null },
      ],
    },
  });
  expect(contents[1]).toMatchObject({ buttons: [], rendered: { buttons: [] } });
  expect(contents[1]).not.toHaveProperty('header');
  expect(contents[2]).not.toHaveProperty('rendered');
  expect(rows.every(({ content }) => !Object.hasOwn(Object(content), 'headerParameters'))).toBe(true);
});

it('and the table is as closed to other workspaces as before', async () => {
  const { rows } = await admin.query<{ relforcerowsecurity: boolean }>(
    `select relforcerowsecurity from pg_class where relname in ('messages', 'message_files')`,
  );
  expect(rows).toEqual([{ relforcerowsecurity: true }, { relforcerowsecurity: true }]);
});
