import { isWebhookFieldName, listChanges, parseWebhook, webhookFields } from '@renkei/graph-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { advance } from '../testing/send-template.ts';
import { startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

const fields = [
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
  'template_correct_category_detection',
  'phone_number_quality_update',
  'business_capability_update',
  'account_update',
];
const dayMs = 24 * 60 * 60 * 1000;

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields } });
  await world.simulator.control.setSettings({ templates: { reviewDelayMs: { min: 0, max: 0 } } });
});
afterAll(() => world.stop());

test('everything told of accounts, numbers and templates is read by graph-api as the field it is', async () => {
  const { control } = world.simulator;
  const { wabaId, phoneNumberId } = world;
  const body = (text: string) => ({ components: [{ type: 'BODY', text }] });
  const { body: created } = await world.graph('POST', `/${wabaId}/message_templates`, {
    name: 'note',
    language: 'en',
    category: 'UTILITY',
    ...body('Your order is ready.'),
  });
  const templateId = created.id;
  await world.graph('POST', `/${templateId}`, body('Read more at bit.ly/abc about your order.'));
  await world.graph('POST', `/${templateId}`, body('Your order can be collected.'));
  await control.decide({ decision: 'template-quality', templateId, score: 'RED' });
  await control.decide({ decision: 'template-category', templateId, category: 'MARKETING' });
  await control.decide({ decision: 'number-quality', phoneNumberId, score: 'RED' });
  const portfolioId = (await control.getWorld()).portfolios[0]?.id ?? '';
  await control.decide({ decision: 'messaging-limit', portfolioId, tier: 'TIER_2K' });
  await control.decide({
    decision: 'restriction',
    wabaId,
    type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
    durationMs: dayMs,
  });
  await control.decide({ decision: 'ban', wabaId, isDisabled: true });
  await control.decide({ decision: 'ban', wabaId, isDisabled: false });
  await world.sendText('Big sale: 20% off!', { category: 'utility' });
  await advance(world, dayMs);
  await world.sendText('Big sale: 20% off!', { category: 'utility' });
  await world.graph('DELETE', `/${wabaId}/message_templates?name=note`);
  await control.settle();
  const told = new Set<string>();
  for (const { body: text } of world.receiver.received) {
    const parsed = parseWebhook(text);
    if (!parsed.ok) throw new Error(parsed.detail);
    for (const { field, value } of listChanges(parsed.envelope)) {
      if (!isWebhookFieldName(field)) throw new Error(`${field} is no field graph-api knows`);
      expect(webhookFields[field].read(value)).toMatchObject({ ok: true });
      told.add(field);
    }
  }
  expect([...told].sort()).toEqual([...fields].sort());
});
