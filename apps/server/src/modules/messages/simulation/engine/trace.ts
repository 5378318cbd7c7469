import { inspect } from 'node:util';

/** The story of a run, told only when somebody listens. */
export interface Trace {
  readonly isOn: boolean;
  tell(atMs: number, who: string, what: string, about?: Readonly<Record<string, unknown>>): void;
  /** A short name for an id that chance has made: the same in every replay. */
  name(kind: string, id: string): string;
  readonly lines: readonly string[];
}

export const silence: Trace = { isOn: false, tell: () => {}, name: (_kind, id) => id, lines: [] };

export function createTrace(startMs: number): Trace {
  const lines: string[] = [];
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    isOn: true,
    lines,
    tell(atMs, who, what, about) {
      const at = ((atMs - startMs) / 1000).toFixed(4).padStart(11);
      lines.push(`${at}s  ${who.padEnd(10)} ${what}${about ? ` ${describe(about)}` : ''}`);
    },
    name(kind, id) {
      const known = names.get(id);
      if (known !== undefined) return known;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      names.set(id, `${kind}${count}`);
      return `${kind}${count}`;
    },
  };
}

function describe(about: Readonly<Record<string, unknown>>): string {
  return inspect(about, { breakLength: Number.POSITIVE_INFINITY, depth: 3 });
}
