import { arbitraryBrokenSend, arbitrarySend, arbitraryTemplateDefinition } from '@renkei/graph-api/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  await world.simulator.control.setSettings({
    rates: { numberPerSecond: 100_000, pairIntervalMs: 1, pairBurst: 100_000 },
    templates: { createPerHour: 100_000, reviewDelayMs: { min: 0, max: 0 } },
  });
});
afterAll(() => world.stop());

const send = (body: unknown) => world.graph('POST', `/${world.phoneNumberId}/messages`, body);

/** What only the world knows of a valid send: its media, products, flows, groups, calls and templates. */
const worldCodes: ReadonlySet<number> = new Set([100, 131009, 131041, 132001, 138000]);

test('a send that the schemas allow is accepted, or refused for what the world knows', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySend(), async (body) => {
      const answer = await send(body);
      if (answer.status === 200) expect(answer.body.messages[0].id).toMatch(/^wamid\./);
      else expect(worldCodes).toContain(answer.body.error.code);
    }),
    { numRuns: 150, seed: 11 },
  );
});

test('a send that the schemas refuse is refused with the same code, which names the same field', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBrokenSend(), async ({ body, code, path }) => {
      const { error } = (await send(body)).body;
      expect(error.code).toBe(code);
      if (path !== 'messaging_product') expect(JSON.stringify(error)).toContain(path.split('[')[0]);
    }),
    { numRuns: 150, seed: 12 },
  );
});

test('a template that the schemas allow is reviewed and reads out, unless its samples were never uploaded or it exists', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryTemplateDefinition(), async (definition) => {
      const answer = await world.graph('POST', `/${world.wabaId}/message_templates`, definition);
      if (answer.status === 200) await expectShown(answer.body.id, definition.components.length);
      else expect(answer.body.error.code).toBe(100);
    }),
    { numRuns: 100, seed: 13 },
  );
});

async function expectShown(id: string, componentCount: number): Promise<void> {
  const { body } = await world.graph('GET', `/${id}?fields=status,components`);
  expect(['APPROVED', 'REJECTED']).toContain(Object(body).status);
  expect(Object(body).components).toHaveLength(componentCount);
}
