import type { Stage } from '../stage/open-stage.ts';
import { until } from '../stage/until.ts';
import { offerTemplate, type StageWorkspace } from '../stage/workspaces.ts';
import { defineScenario } from './scenario.ts';

/** Where marketing may be sent to at all; those of the stage's other customers are American. */
const personOf = (index: number) => String(4_915_123_450_000 + index);

/** Offers wait behind a number that is held, their customers say stop, and the number is let go. */
export const optOuts = defineScenario({
  name: 'opt-outs',
  says: 'customers say stop while offers for them wait and the server dies: nothing goes out afterwards',
  points: [],
  sizes: {
    quick: { customers: 10 },
    standard: { customers: 100 },
    long: { customers: 400 },
  },
  async run(stage, { customers }) {
    const [a] = stage.workspaces;
    const { control, record, server } = stage;
    const people = Array.from({ length: customers }, (_, index) => personOf(index));
    await sayAll(stage, a, people, 'hello');
    await letOffersBeSent(a);
    await control.setFaults({
      answer: [{ match: { edge: 'messages', method: 'POST', nodeId: a.phoneNumberId }, status: 429 }],
    });
    for (const { id, contactId } of await findConversations(stage, a, people)) {
      const proof = {
        purpose: 'marketing',
        decision: 'opt_in',
        source: 'website',
        evidence: 'A form',
      } as const;
      await a.api.call('recordConsent', { params: { contactId }, body: proof });
      const message = await a.api.call('sendMessage', {
        params: { conversationId: id },
        body: { content: { kind: 'template', ...offerTemplate, bodyParameters: [], buttons: [] } },
        idempotencyKey: `offer-${id}`,
      });
      record.requested.push({ workspaceId: a.workspaceId, messageId: message.id });
    }
    await sayAll(stage, a, people, 'STOP');
    const committedAt = (await control.getClock()).now;
    for (const waId of people) record.optOuts.push({ phoneNumberId: a.phoneNumberId, waId, committedAt });
    await server.kill();
    await server.start();
    return [];
  },
});

/** At night, too. */
async function letOffersBeSent({ api }: StageWorkspace): Promise<void> {
  const quietHours = { enabled: false, from: '20:00', to: '08:00', includesUtility: false };
  await api.call('updateSendingSettings', { body: { quietHours } });
}

function findConversations({ database }: Stage, workspace: StageWorkspace, people: readonly string[]) {
  return database.query<{ id: string; contactId: string }>(
    `select id::text, contact_id::text as "contactId" from conversations
     where workspace_id = $1 and recipient_phone = any ($2)`,
    [workspace.workspaceId, people],
  );
}

async function sayAll(
  { control, database, record }: Stage,
  { phoneNumberId, canary }: StageWorkspace,
  people: readonly string[],
  word: string,
): Promise<void> {
  const body = word === 'STOP' ? word : `${canary} ${word}`;
  const messages = people.map((waId) => ({ phoneNumberId, waId, type: 'text', text: { body } }));
  const { ids } = await control.sendInbound(messages, 5);
  people.forEach((waId, index) => record.written.push({ id: ids[index] ?? '', waId, phoneNumberId }));
  await until('what they said', async () => {
    const [row] = await database.query<{ count: string }>(
      'select count(*) from messages where provider_message_id = any ($1)',
      [ids],
    );
    return Number(row?.count) === ids.length;
  });
}
