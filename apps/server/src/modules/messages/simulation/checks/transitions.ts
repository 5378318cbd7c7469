/** The state machine of reliability §4, as what a row of the outbox may become in one commit. */
const allowedTransitions = [
  'new → queued',
  'new → scheduled',
  'scheduled → queued',
  'scheduled → cancelled',
  'queued → claimed',
  'queued → dispatched',
  'queued → failed',
  'queued → cancelled',
  // Evidence of an earlier attempt that nobody believed in any more.
  'queued → accepted',
  'queued → awaiting',
  'claimed → dispatched',
  'claimed → queued',
  'claimed → failed',
  'dispatched → accepted',
  'dispatched → awaiting',
  'dispatched → failed',
  'dispatched → queued',
  'dispatched → unsure',
  'unsure → accepted',
  'unsure → awaiting',
  // Of a sequence: delivered, failed, or waited for long enough.
  'awaiting → accepted',
  'unsure → unconfirmed',
  // An answer that comes late and is definite.
  'unsure → queued',
  'unsure → failed',
] as const;

/** Those that need several rare things at once: they are asked for when ten times as many seeds are played. */
const rare: ReadonlySet<string> = new Set(['queued → accepted', 'queued → awaiting', 'unsure → awaiting']);

const allowed: ReadonlySet<string> = new Set(allowedTransitions);

export function isAllowed(transition: string): boolean {
  return allowed.has(transition);
}

/** How often each transition happened, over all seeds. */
export class Coverage {
  readonly #counts: Map<string, number>;

  constructor(counts: Iterable<readonly [string, number]> = []) {
    this.#counts = new Map(counts);
  }

  get counts(): readonly (readonly [transition: string, count: number])[] {
    return [...this.#counts];
  }

  count(transition: string): void {
    this.#counts.set(transition, (this.#counts.get(transition) ?? 0) + 1);
  }

  add(other: Coverage): void {
    for (const [transition, count] of other.counts) {
      this.#counts.set(transition, (this.#counts.get(transition) ?? 0) + count);
    }
  }

  lines(): readonly string[] {
    return allowedTransitions.map((one) => `${String(this.#counts.get(one) ?? 0).padStart(9)}  ${one}`);
  }

  uncovered(withRare: boolean): readonly string[] {
    return allowedTransitions.filter((one) => !this.#counts.has(one) && (withRare || !rare.has(one)));
  }
}

const progress = ['sent', 'delivered', 'read', 'played'];

/** Whether what people see of a message may go from one to the other in one commit. */
export function mayShowNext(before: string, after: string): boolean {
  const rank = progress.indexOf(before);
  // Only a person sends again, and only what failed or was given up.
  if (rank === -1) return true;
  if (after === 'failed') return before === 'sent';
  return progress.indexOf(after) > rank;
}
