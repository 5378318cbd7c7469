/**
 * Work that waits for a time on the world's elapsed clock: a heap and one timer. `wake` re-arms it after the
 * clock was moved forward.
 */
export interface Scheduler {
  at(dueMs: number, run: () => void): void;
  after(delayMs: number, run: () => void): void;
  wake(): void;
  clear(): void;
  stop(): void;
}

interface Entry {
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

const longestTimerMs = 60_000;

export function createScheduler(elapsedMs: () => number): Scheduler {
  const heap: Entry[] = [];
  let order = 0;
  let timer: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let stopped = false;

  const arm = () => {
    const first = heap[0];
    if (stopped || !first || (timer && armedFor <= first.dueMs)) return;
    clearTimeout(timer);
    armedFor = first.dueMs;
    timer = setTimeout(runDue, Math.min(longestTimerMs, Math.max(0, first.dueMs - elapsedMs())));
  };
  const runDue = () => {
    timer = undefined;
    armedFor = Number.POSITIVE_INFINITY;
    const until = elapsedMs();
    for (let first = heap[0]; !stopped && first && first.dueMs <= until; first = heap[0]) {
      takeFirst(heap);
      first.run();
    }
    arm();
  };
  const at = (dueMs: number, run: () => void) => {
    insert(heap, { dueMs, order: order++, run });
    arm();
  };
  return {
    at,
    after: (delayMs, run) => at(elapsedMs() + delayMs, run),
    wake() {
      clearTimeout(timer);
      timer = undefined;
      arm();
    },
    clear() {
      heap.length = 0;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      heap.length = 0;
    },
  };
}

function isBefore(left: Entry, right: Entry): boolean {
  return left.dueMs < right.dueMs || (left.dueMs === right.dueMs && left.order < right.order);
}

function insert(heap: Entry[], entry: Entry): void {
  heap.push(entry);
  let index = heap.length - 1;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    heap[parentIndex] = entry;
    index = parentIndex;
  }
}

function takeFirst(heap: Entry[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const smaller = smallerChild(heap, index);
    const child = smaller === undefined ? undefined : heap[smaller];
    if (smaller === undefined || !child || !isBefore(child, last)) break;
    heap[index] = child;
    index = smaller;
  }
  heap[index] = last;
}

function smallerChild(heap: readonly Entry[], index: number): number | undefined {
  const left = heap[2 * index + 1];
  const right = heap[2 * index + 2];
  if (!left) return undefined;
  return right && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
}
