import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Logger } from '#platform/log';

/** The process's metrics. No contact data in labels. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  histogram(name: string, help: string, buckets: readonly number[], labels?: readonly string[]): Histogram;
  /**
   * Figures that are asked for when somebody looks, at most every five seconds: what the database knows is the same for
   * all processes. When they cannot be had their gauges are empty, and `renkei_figures_up` of the part is 0.
   */
  figures(part: string, gauges: readonly FigureGauge[], read: () => Promise<readonly Figure[]>): void;
  /** Prometheus text format. */
  render(): Promise<string>;
  readonly contentType: string;
}

export interface FigureGauge {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
}

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

const figuresFreshForMs = 5_000;

/** `log`: where it is said why figures cannot be had. */
export function createMetrics(log?: Pick<Logger, 'warn'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const parts: (() => Promise<void>)[] = [];
  const up = new Gauge({
    name: 'renkei_figures_up',
    help: 'Whether the figures of a part could be read',
    labelNames: ['part'],
    registers,
  });
  let readAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<unknown> = Promise.resolve();

  function gauge(name: string, help: string, labels: readonly string[] = []): Gauge {
    return new Gauge({ name, help, labelNames: [...labels], registers });
  }

  return {
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge,
    histogram: (name, help, buckets, labels = []) =>
      new Histogram({ name, help, buckets: [...buckets], labelNames: [...labels], registers }),
    figures(part, gauges, read) {
      const byName = new Map(gauges.map(({ name, help, labels }) => [name, gauge(name, help, labels)]));
      parts.push(async () => {
        const figures = await read().catch((error: unknown) => {
          log?.warn({ err: error, part }, 'figures could not be read');
        });
        for (const each of byName.values()) each.reset();
        up.set({ part }, figures === undefined ? 0 : 1);
        for (const { name, value, labels } of figures ?? []) byName.get(name)?.set(labels ?? {}, value);
      });
    },
    async render() {
      if (performance.now() - readAtMs > figuresFreshForMs) {
        readAtMs = performance.now();
        reading = Promise.all(parts.map((part) => part()));
      }
      await reading;
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
