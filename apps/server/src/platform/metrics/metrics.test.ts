import { expect, test } from 'vitest';
import { createMetrics } from './index.ts';

const gauges = [{ name: 'test_waiting', help: 'waiting', labels: ['state'] }];

test('figures are asked for when somebody looks, and forgotten when they are gone', async () => {
  const metrics = createMetrics();
  const figures = [{ name: 'test_waiting', value: 3, labels: { state: 'queued' } }];
  metrics.figures('test', gauges, async () => figures);
  const text = await metrics.render();
  expect(text).toContain('test_waiting{state="queued"} 3');
  expect(text).toContain('renkei_figures_up{part="test"} 1');
});

test('figures that cannot be had are absent and said to be, and the others are there', async () => {
  const said: object[] = [];
  const metrics = createMetrics({ warn: (what: object) => void said.push(what) });
  metrics.figures('away', gauges, async () => {
    throw new Error('the database is away');
  });
  metrics.counter('test_total', 'counted').inc();
  const text = await metrics.render();
  expect(text).not.toContain('test_waiting{');
  expect(text).toContain('renkei_figures_up{part="away"} 0');
  expect(said).toMatchObject([{ part: 'away', err: { message: 'the database is away' } }]);
  expect(text).toContain('test_total 1');
});

test('many who look at once ask the database once', async () => {
  const metrics = createMetrics();
  let asked = 0;
  metrics.figures('test', gauges, async () => {
    asked += 1;
    return [];
  });
  await Promise.all([metrics.render(), metrics.render(), metrics.render()]);
  await metrics.render();
  expect(asked).toBe(1);
});
