import { randomBytes } from 'node:crypto';

/** Chance, hidden behind one function so that a seed makes a run repeatable. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  integer(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  digits(length: number): string;
  hex(length: number): string;
  base62(length: number): string;
  /** Where a seeded run stands; undefined without a seed. */
  state(): number | undefined;
  restore(state: number): void;
}

const base62Letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function createRandom(seed?: number): Random {
  const { next, state, restore } = seed === undefined ? systemRandom() : mulberry32(seed);
  const pick = (letters: string, length: number) => {
    let text = '';
    for (let index = 0; index < length; index += 1) text += letters[Math.floor(next() * letters.length)];
    return text;
  };
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => probability > 0 && next() < probability,
    digits: (length) => pick('123456789', 1) + pick('0123456789', length - 1),
    hex: (length) => pick('0123456789ABCDEF', length),
    base62: (length) => pick(base62Letters, length),
    state,
    restore,
  };
}

interface Source {
  readonly next: () => number;
  readonly state: () => number | undefined;
  readonly restore: (state: number) => void;
}

/** Chance from the operating system, drawn in blocks: one draw per letter would be slow. */
function systemRandom(): Source {
  let block = Buffer.alloc(0);
  let offset = 0;
  const next = () => {
    if (offset + 4 > block.length) {
      block = randomBytes(4096);
      offset = 0;
    }
    const value = block.readUInt32LE(offset);
    offset += 4;
    return value / 0x1_0000_0000;
  };
  return { next, state: () => undefined, restore: () => {} };
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for faults and ids. */
function mulberry32(seed: number): Source {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    next,
    state: () => state,
    restore: (saved) => {
      state = saved >>> 0;
    },
  };
}
