import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { advance, sendTemplate, valuesOf } from '../../testing/send-template.ts';
import { customer, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

const hourMs = 60 * 60 * 1000;

let world: TestWorld;
let templateId: string;
beforeEach(async () => {
  world = await startTestWorld({
    app: {
      fields: [
        'messages',
        'message_template_status_update',
        'message_template_quality_update',
        'template_category_update',
      ],
    },
  });
  await world.simulator.control.setSettings({ templates: { reviewDelayMs: { min: 0, max: 0 } } });
  const { body } = await world.graph('POST', `/${world.wabaId}/message_templates`, {
    name: 'note',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your table is ready for you.' }],
  });
  templateId = body.id;
});
afterEach(() => world.stop());

const decide = (decision: Parameters<TestWorld['simulator']['control']['decide']>[0]) =>
  world.simulator.control.decide(decision);
const rate = (score: 'GREEN' | 'YELLOW' | 'RED') =>
  decide({ decision: 'template-quality', templateId, score });
const send = () => sendTemplate(world, 'note', customer.waId);
const show = async (fields: string) => (await world.graph('GET', `/${templateId}?fields=${fields}`)).body;

test('without a delay of review the answer of the creation already says approved', async () => {
  expect(await show('status')).toMatchObject({ status: 'APPROVED' });
});

describe('low quality', () => {
  test('pauses for 3 h, then for 6 h, then disables; each step is told', async () => {
    await rate('RED');
    expect((await send()).body.error.code).toBe(132015);
    await advance(world, 3 * hourMs);
    expect((await send()).status).toBe(200);
    await rate('RED');
    await advance(world, 3 * hourMs);
    expect((await send()).body.error.code).toBe(132015);
    await advance(world, 3 * hourMs);
    await rate('RED');
    expect((await send()).body.error.code).toBe(132016);
    await world.simulator.control.settle();
    const told = valuesOf(world, 'message_template_status_update').slice(1);
    expect(told.map(({ event, other_info: info }) => [event, info.title])).toEqual([
      ['PAUSED', 'FIRST_PAUSE'],
      ['REINSTATED', 'UNPAUSE'],
      ['PAUSED', 'SECOND_PAUSE'],
      ['REINSTATED', 'UNPAUSE'],
      ['DISABLED', 'DISABLED'],
    ]);
    expect(valuesOf(world, 'message_template_quality_update')[0]).toMatchObject({
      previous_quality_score: 'UNKNOWN',
      new_quality_score: 'RED',
    });
  });

  test('a pause can be ended by hand, and the end of the pause then changes nothing', async () => {
    await rate('RED');
    expect((await world.graph('POST', `/${templateId}/unpause`)).body).toEqual({ success: true });
    expect((await send()).status).toBe(200);
    expect((await world.graph('POST', `/${templateId}/unpause`)).body).toMatchObject({ success: false });
  });

  test('comes from people who block the business after the template', async () => {
    await world.simulator.control.setSettings({ quality: { minimumDelivered: 1, redShare: 1 } });
    await send();
    await world.simulator.control.settle();
    await world.phone('POST', `/phones/${customer.waId}/block`, {
      phoneNumberId: world.phoneNumberId,
      blocked: true,
    });
    expect(await show('status,quality_score')).toMatchObject({
      status: 'PAUSED',
      quality_score: { score: 'RED' },
    });
    const { body: number } = await world.graph('GET', `/${world.phoneNumberId}?fields=quality_rating,status`);
    expect(number).toMatchObject({ quality_rating: 'RED', status: 'FLAGGED' });
  });
});

describe('another category', () => {
  test('is announced a day ahead with the current one, then changed and charged', async () => {
    await decide({ decision: 'template-category', templateId, category: 'MARKETING' });
    expect(await show('category,correct_category')).toMatchObject({
      category: 'UTILITY',
      correct_category: 'MARKETING',
    });
    await advance(world, 24 * hourMs);
    expect(await show('category,previous_category')).toMatchObject({
      category: 'MARKETING',
      previous_category: 'UTILITY',
    });
    expect(valuesOf(world, 'template_category_update')).toMatchObject([
      {
        new_category: 'UTILITY',
        correct_category: 'MARKETING',
        category_update_timestamp: expect.any(Number),
      },
      { previous_category: 'UTILITY', new_category: 'MARKETING' },
    ]);
  });
});

describe('pacing', () => {
  const statuses = () => world.receiver.statuses().map(({ status }) => status);

  beforeEach(() =>
    world.simulator.control.setSettings({ templates: { pacingFirstSends: 1, pacingHoldMs: hourMs } }),
  );

  test('holds what follows the first portion, and releases it within the hour', async () => {
    const answers = [await send(), await send()];
    expect(answers.map(({ body }) => body.messages[0].message_status)).toEqual([
      'accepted',
      'held_for_quality_assessment',
    ]);
    await world.simulator.control.settle();
    expect(statuses()).toEqual(['sent', 'delivered']);
    await advance(world, hourMs);
    expect(statuses()).toEqual(['sent', 'delivered', 'sent', 'delivered']);
    expect((await send()).body.messages[0].message_status).toBe('accepted');
  });

  test('after bad feedback fails it with 132015, and only a hand un-pauses the template', async () => {
    await send();
    await send();
    await rate('YELLOW');
    await advance(world, hourMs);
    expect(world.receiver.statuses().at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 132015 }] });
    await advance(world, 24 * hourMs);
    expect((await send()).body.error.code).toBe(132015);
    await world.graph('POST', `/${templateId}/unpause`);
    expect((await send()).status).toBe(200);
  });
});
