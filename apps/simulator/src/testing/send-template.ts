import type { Answer, TestWorld } from './start-test-world.ts';

/** Sends a template without variables in English. */
export function sendTemplate(
  { graph, phoneNumberId }: TestWorld,
  name: string,
  to: string,
  more: { readonly edge?: string; readonly components?: readonly unknown[]; readonly body?: object } = {},
): Promise<Answer> {
  return graph('POST', `/v25.0/${phoneNumberId}/${more.edge ?? 'messages'}`, {
    messaging_product: 'whatsapp',
    to: `+${to}`,
    type: 'template',
    template: {
      name,
      language: { code: 'en' },
      ...(more.components ? { components: more.components } : {}),
    },
    ...more.body,
  });
}

/** The values told of one webhook field, in order of arrival. */
export function valuesOf(world: TestWorld, field: string) {
  return world.receiver.received
    .flatMap(({ body }) => JSON.parse(body).entry)
    .flatMap(({ changes }) => changes)
    .filter((change) => change.field === field)
    .map(({ value }) => value);
}

export async function advance(world: TestWorld, advanceMs: number): Promise<void> {
  await world.simulator.control.moveClock({ advanceMs });
  await world.simulator.control.settle();
}
