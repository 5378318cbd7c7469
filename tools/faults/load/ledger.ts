import type { SimulatorControl } from '@renkei/simulator';

export type SendEntry = Awaited<ReturnType<SimulatorControl['listSends']>>['sends'][number];
export type WebhookEntry = Awaited<ReturnType<SimulatorControl['listWebhooks']>>['webhooks'][number];

const pageLength = 50_000;

/** Everything the simulator ever accepted, oldest first. */
export async function readSends(control: SimulatorControl): Promise<readonly SendEntry[]> {
  const all: SendEntry[] = [];
  for (let after = 0; ; ) {
    const { sends, next, total } = await control.listSends(after, pageLength);
    all.push(...sends);
    if (next >= total || sends.length === 0) return all;
    after = next;
  }
}

/** Every body it ever posted, with how that went. */
export async function readWebhooks(control: SimulatorControl): Promise<readonly WebhookEntry[]> {
  const all: WebhookEntry[] = [];
  for (let after = 0; ; ) {
    const { webhooks, next, total } = await control.listWebhooks(after, pageLength);
    all.push(...webhooks);
    if (next >= total || webhooks.length === 0) return all;
    after = next;
  }
}
