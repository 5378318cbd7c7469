import { readFixture } from '@renkei/graph-api/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntakeHarness, type IntakeHarness, type TestNumber } from '../../../test/intake-harness.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { envelope } from '../../../test/webhook-bodies.ts';
import { listAccountEvents } from './list-account-events.ts';

let platform: TestPlatform;
let harness: IntakeHarness;
let number: TestNumber;
beforeAll(async () => {
  platform = await createTestPlatform();
  harness = await createIntakeHarness(platform);
  number = await harness.addNumber({ phoneNumberId: '407311998800112' });
  const told = [
    'message_template_status_update',
    'account_update_restriction',
    'account_review_update',
    'calls_terminate',
    'security',
  ];
  for (const name of told) await harness.post(number, readFixture(name));
  await harness.post(number, envelope('field_of_tomorrow', { event: 'SOMETHING', name: '100%' }));
  await harness.drain();
});
afterAll(async () => {
  await harness.close();
  await platform.close();
});

const list = (query: Parameters<typeof listAccountEvents>[2] = {}) =>
  listAccountEvents(platform, number.workspaceId, query);
const kindsOf = async (query: Parameters<typeof listAccountEvents>[2]) =>
  (await list(query)).items.map(({ told, field }) => told?.kind ?? field);

describe('the list of account events', () => {
  it('says in both languages what happened, how bad it is and what to do', async () => {
    const { items } = await list({ search: 'kiln_day_invite' });
    expect(items).toMatchObject([
      {
        told: {
          kind: 'template.rejected',
          data: { name: 'kiln_day_invite', language: 'en_US', reason: 'INVALID_FORMAT' },
        },
        severity: 'warning',
        title: {
          en: 'Template “kiln_day_invite” was rejected',
          ja: 'テンプレート「kiln_day_invite」が却下されました',
        },
        explanation: { en: expect.stringContaining('a wrong format') },
        remedy: { en: expect.stringContaining('Put words or punctuation between the variables.') },
        value: { event: 'REJECTED' },
      },
    ]);
  });

  it('keeps and lists what nobody knows yet, as it came', async () => {
    const { items } = await list({ field: 'field_of_tomorrow' });
    expect(items).toMatchObject([
      {
        told: null,
        severity: 'info',
        title: { en: 'Meta reported “field_of_tomorrow”: SOMETHING' },
        value: { event: 'SOMETHING', name: '100%' },
      },
    ]);
  });

  it('is narrowed to what is that severe or more', async () => {
    expect((await kindsOf({ severity: 'critical' })).sort()).toEqual([
      'account.restricted',
      'number.pin_reset_requested',
    ]);
    expect(await kindsOf({ severity: 'warning' })).toContain('template.rejected');
    expect(await kindsOf({ severity: 'warning' })).not.toContain('account.approved');
  });

  it('is narrowed to a channel', async () => {
    expect(await kindsOf({ channelId: number.channelId })).toEqual(['call.ended']);
  });

  it('is searched for what was received, to the letter', async () => {
    expect(await kindsOf({ search: '100%' })).toEqual(['field_of_tomorrow']);
    expect(await kindsOf({ search: '1_0%' })).toEqual([]);
  });

  it('comes in pages, each event once', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });
});
