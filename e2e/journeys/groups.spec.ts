import { z } from 'zod';
import { openInbox } from '../support/inbox.ts';
import { environment, expect, test } from '../support/journey.ts';

const groupsSchema = z.object({ data: z.object({ groups: z.array(z.object({ id: z.string() })) }) });
const linkSchema = z.object({ invite_link: z.string() });

test('what is written in a group stands in one conversation and names who wrote it', async ({
  page,
  request,
  simulator,
  phoneNumberId,
  makeCustomer,
  callGraph,
}) => {
  const people = [await makeCustomer('Gita'), await makeCustomer('Hugo')];
  const { wabas } = await simulator.getWorld();
  // Only official business accounts may have groups.
  await simulator.mergeWorld({
    wabas: [{ id: wabas[0]?.id, phoneNumbers: [{ id: phoneNumberId, isOfficial: true }] }],
  });
  await callGraph(`/${phoneNumberId}/groups`, { messaging_product: 'whatsapp', subject: 'Roasting class' });
  const { data } = groupsSchema.parse(await callGraph(`/${phoneNumberId}/groups`));
  const groupId = data.groups[0]?.id ?? '';
  const { invite_link: link } = linkSchema.parse(await callGraph(`/${groupId}/invite_link`));
  for (const { waId } of people) {
    const joined = await request.post(
      new URL(`/phones/${waId}/join-group`, environment('RENKEI_SIMULATOR_URL')).href,
      { data: { link } },
    );
    expect(joined.ok()).toBe(true);
  }
  for (const { waId, name } of people) {
    const text = { body: `${name} is in` };
    await simulator.sendInbound([{ phoneNumberId, groupId, waId, type: 'text', text }]);
  }
  const inbox = openInbox(page);
  await page.goto('/inbox');
  await inbox.row('is in').first().click();
  await expect(inbox.thread).toHaveAttribute('data-ready', 'true');
  for (const { name } of people) {
    await expect(inbox.message(`${name} is in`)).toContainText(new RegExp(`${name}.*${name} is in`));
  }
});
