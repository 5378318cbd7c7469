import { z } from 'zod';
import type { SendEntry } from '../../control/ledger.ts';
import { type Stage, waitFor } from '../stage.ts';
import { step } from '../step.ts';
import { Unmet } from '../unmet.ts';
import { contains } from './expect-message.ts';

export const expectStatusStep = step({
  verb: 'expect status',
  does: {
    en: 'Waits until the last message has got this far: sent, delivered, read, played, failed.',
    ja: '最後のメッセージがこの状態（sent、delivered、read、played、failed）になるのを待ちます。',
  },
  example: 'expect status: delivered',
  schema: z.enum(['accepted', 'sent', 'delivered', 'read', 'played', 'failed']),
  run: async (stage, status) => {
    const { wamid } = requireSend(stage);
    await waitForSend(
      stage,
      wamid,
      ({ statusTimes }) => statusTimes[status] !== undefined,
      `was to become ${status}`,
    );
  },
});

export const expectFailureStep = step({
  verb: 'expect failure',
  does: {
    en: 'Waits until the last message has failed by webhook, with this code.',
    ja: '最後のメッセージがこのコードで（Webhookにより）失敗するのを待ちます。',
  },
  example: 'expect failure: 131047',
  schema: z.number().int(),
  run: async (stage, code) => {
    const { wamid } = requireSend(stage);
    await waitForSend(
      stage,
      wamid,
      ({ status, errors }) => status === 'failed' && (errors ?? []).some((error) => error.code === code),
      `was to fail with ${code}`,
    );
  },
});

export const expectRefusalStep = step({
  verb: 'expect refusal',
  does: {
    en: 'The last call of the scenario itself was refused at once, with this code.',
    ja: 'シナリオ自身の最後の送信が、このコードで即座に拒否されたことを確かめます。',
  },
  example: 'expect refusal: 131009',
  schema: z.number().int(),
  run: async ({ ownSends }, code) => {
    const answer = ownSends.at(-1)?.answer;
    if (!answer) throw new Unmet('the scenario has sent nothing yet');
    if (answer.error?.code === code) return;
    throw new Unmet(
      `the send was to be refused with ${code}; ${answer.error ? `it was refused with ${answer.error.code}: ${answer.error.message}` : 'it was accepted'}`,
    );
  },
});

export const expectWebhookStep = step({
  verb: 'expect webhook',
  does: {
    en: 'Waits for a webhook of this field whose value has these parts.',
    ja: 'このフィールドの、この内容を含むWebhookを待ちます。',
  },
  example: 'expect webhook: { field: message_template_status_update, value: { event: APPROVED } }',
  schema: z.strictObject({ field: z.string(), value: z.record(z.string(), z.unknown()).default({}) }),
  run: async (stage, wanted) => {
    await waitFor(
      stage.patienceMs,
      async () => {
        const { webhooks } = await stage.control.listWebhooks();
        return (
          webhooks.some(({ body }) => listChanges(body).some((change) => contains(change, wanted))) ||
          undefined
        );
      },
      () => `a webhook was to come with ${JSON.stringify(wanted)}`,
    );
  },
});

const bodySchema = z.object({
  entry: z.array(z.object({ changes: z.array(z.looseObject({ field: z.string() })) })),
});

function listChanges(body: string) {
  return bodySchema.parse(JSON.parse(body)).entry.flatMap(({ changes }) => changes);
}

function requireSend({ lastSend, ownSends }: Stage): SendEntry {
  if (lastSend) return lastSend;
  const refused = ownSends.at(-1)?.answer.error;
  throw new Unmet(
    refused
      ? `nothing was accepted: ${refused.code} ${refused.message}`
      : 'no message has been sent or expected yet',
  );
}

async function waitForSend(
  stage: Stage,
  wamid: string,
  holds: (send: SendEntry) => boolean,
  what: string,
): Promise<void> {
  let seen: SendEntry | undefined;
  await waitFor(
    stage.patienceMs,
    async () => {
      seen = (await stage.control.listSends()).sends.find((send) => send.wamid === wamid);
      return (seen && holds(seen)) || undefined;
    },
    () => `the message ${what}; it is ${seen?.status ?? 'gone'}${describeErrors(seen)}`,
  );
}

function describeErrors(send: SendEntry | undefined): string {
  return (send?.errors ?? []).map(({ code, title }) => ` (${code} ${title})`).join('');
}
