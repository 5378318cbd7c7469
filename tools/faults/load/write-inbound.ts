import type { Stage } from '../stage/open-stage.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';

/** Time of the world at which the next customer writes: 250 ms apart, so that order can be checked. */
const apartMs = 250;

/** Customers of a workspace write texts, several in a body. What was written is noted as what must arrive. */
export async function writeInbound(
  { control, record }: Stage,
  workspace: StageWorkspace,
  what: {
    readonly count: number;
    readonly customers: number;
    readonly random: () => number;
    /** Time of the first of them; that of the simulator unless said. */
    readonly from?: number;
  },
): Promise<void> {
  if (what.count === 0) return;
  const from = what.from ?? (await control.getClock()).now;
  const { length: before } = record.written;
  const messages = Array.from({ length: what.count }, (_, index) => ({
    phoneNumberId: workspace.phoneNumberId,
    waId: workspace.customer(Math.floor(what.random() * what.customers)),
    type: 'text',
    text: { body: `${workspace.canary} ${before + index} こんにちは` },
    timestamp: from + index * apartMs,
  }));
  const { ids } = await control.sendInbound(messages, 1 + Math.floor(what.random() * 4));
  messages.forEach(({ waId, phoneNumberId }, index) =>
    record.written.push({ id: ids[index] ?? '', waId, phoneNumberId }),
  );
}
