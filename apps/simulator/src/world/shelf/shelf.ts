import { IdIndex } from './id-index.ts';
import type { LineFile } from './line-file.ts';

export interface ShelfOptions<State> {
  readonly idOf: (state: State) => string;
  /** Whether nothing is expected to change it any more, so that it may leave memory. It may change all the same. */
  readonly isSettled: (state: State) => boolean;
  readonly encode: (state: State) => unknown;
  /** Of what `encode` wrote and nobody else. */
  readonly decode: (written: unknown) => State;
  /** Opened when the first state leaves memory. */
  readonly openFile: () => LineFile;
  /** How many states stay in memory, besides those that are not settled. */
  readonly hotCount?: number;
}

const defaultHotCount = 5000;

/**
 * A long ledger that takes little memory: states in the order in which they came, found by id or by position. The newest
 * and those that may still change are in memory; the others lie in a file and come back when they are asked for.
 */
export class Shelf<State> {
  readonly #options: ShelfOptions<State>;
  #file: LineFile | undefined;
  #index = new IdIndex();
  #length = 0;
  /** By position, the longest untouched first. */
  readonly #hot = new Map<number, State>();

  constructor(options: ShelfOptions<State>) {
    this.#options = options;
  }

  get length(): number {
    return this.#length;
  }

  add(state: State): void {
    const position = this.#length;
    this.#length += 1;
    this.#index.add(this.#options.idOf(state), position);
    this.#hot.set(position, state);
    this.#makeRoom();
  }

  has(id: string): boolean {
    return this.#find(id) !== undefined;
  }

  /** The state itself: what is changed in it stays changed. */
  get(id: string): State | undefined {
    const position = this.#find(id);
    if (position === undefined) return undefined;
    const hot = this.#hot.get(position);
    if (hot) return hot;
    const state = this.#read(position);
    this.#hot.set(position, state);
    this.#makeRoom();
    return state;
  }

  /** States by position, to look at: those on disk come as copies. */
  slice(from: number, to: number): State[] {
    const last = Math.min(to, this.length);
    const states: State[] = [];
    for (let position = Math.max(0, from); position < last; position += 1) {
      states.push(this.#hot.get(position) ?? this.#read(position));
    }
    return states;
  }

  /** Everything that may still change by itself, and more; in no order. */
  inMemory(): Iterable<State> {
    return this.#hot.values();
  }

  clear(): void {
    this.#file?.close();
    this.#file = undefined;
    this.#index = new IdIndex();
    this.#length = 0;
    this.#hot.clear();
  }

  #find(id: string): number | undefined {
    const { idOf } = this.#options;
    return this.#index.find(id, (position) => idOf(this.#hot.get(position) ?? this.#read(position)) === id);
  }

  #read(position: number): State {
    if (!this.#file) throw new Error(`Position ${position} is neither in memory nor on disk`);
    // Our own lines: nobody else writes them.
    return this.#options.decode(JSON.parse(this.#file.read(position)));
  }

  /** Looks at the two longest untouched: one leaves for each that comes, and what is not settled is asked again later. */
  #makeRoom(): void {
    const { hotCount = defaultHotCount, isSettled, encode, openFile } = this.#options;
    for (let looked = 0; looked < 2 && this.#hot.size > hotCount; looked += 1) {
      const [oldest] = this.#hot;
      if (!oldest) return;
      const [position, state] = oldest;
      this.#hot.delete(position);
      if (isSettled(state)) {
        this.#file ??= openFile();
        this.#file.write(position, JSON.stringify(encode(state)));
      } else {
        this.#hot.set(position, state);
      }
    }
  }
}
