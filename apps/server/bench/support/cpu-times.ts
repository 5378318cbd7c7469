import { readdir, readFile } from 'node:fs/promises';

/** Seconds of processor time by what it was used for, of this process and everything it has started. */
export type CpuTimes = ReadonlyMap<string, number>;

const ticksPerSecond = 100;

/** From /proc: of live processes, and of those that their parents have seen end. Linux only; elsewhere empty. */
export async function readCpuTimes(): Promise<CpuTimes> {
  const processes = await readProcesses();
  const ours = new Set([process.pid]);
  for (let grown = true; grown; ) {
    const before = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
    grown = ours.size > before;
  }
  const times = new Map<string, number>();
  for (const { pid, command, ticks } of processes) {
    if (!ours.has(pid)) continue;
    const use = useOf(pid, command);
    times.set(use, (times.get(use) ?? 0) + ticks / ticksPerSecond);
  }
  return times;
}

/** Processors kept busy by each between two readings. */
export function busyBetween(before: CpuTimes, after: CpuTimes, seconds: number): Record<string, number> {
  return Object.fromEntries(
    [...after].map(([use, time]) => [
      use,
      Math.round(((time - (before.get(use) ?? 0)) / seconds) * 100) / 100,
    ]),
  );
}

function useOf(pid: number, command: string): string {
  if (pid === process.pid) return 'bench';
  if (command.includes('postgres')) return 'PostgreSQL';
  if (command.includes('simulator')) return 'simulator';
  return command.includes('main.ts') ? 'workers' : 'others';
}

interface ProcessTimes {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  readonly ticks: number;
}

async function readProcesses(): Promise<readonly ProcessTimes[]> {
  const names = await readdir('/proc').catch(() => []);
  const read = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map(readOne));
  return read.filter((one) => one !== undefined);
}

/** See proc(5): after the name in brackets come state, parent and, from the 12th on, the times. */
async function readOne(name: string): Promise<ProcessTimes | undefined> {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${name}/stat`, 'utf8'),
      readFile(`/proc/${name}/cmdline`, 'utf8'),
    ]);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid: Number(name), parent: Number(fields[1]), command, ticks };
  } catch {
    return undefined; // It has just ended.
  }
}
