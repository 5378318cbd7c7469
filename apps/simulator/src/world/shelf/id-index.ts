const smallest = 1024;
const fullest = 0.6;

/**
 * Id → position, without keeping the ids: an open hash table of their hashes. Some thirteen bytes per id. Whoever looks
 * one up checks each candidate, because two ids may share a hash.
 */
export class IdIndex {
  #hashes = new Uint32Array(smallest);
  /** Position + 1; 0 is an empty slot. */
  #positions = new Int32Array(smallest);
  #count = 0;

  add(id: string, position: number): void {
    if (this.#count >= this.#positions.length * fullest) this.#grow();
    this.#put(hashOf(id), position);
    this.#count += 1;
  }

  /** The first position with this id's hash that `isIt` confirms. */
  find(id: string, isIt: (position: number) => boolean): number | undefined {
    const hash = hashOf(id);
    const mask = this.#positions.length - 1;
    for (let slot = hash & mask; this.#positions[slot] !== 0; slot = (slot + 1) & mask) {
      const position = (this.#positions[slot] ?? 0) - 1;
      if (this.#hashes[slot] === hash && isIt(position)) return position;
    }
    return undefined;
  }

  #put(hash: number, position: number): void {
    const mask = this.#positions.length - 1;
    let slot = hash & mask;
    while (this.#positions[slot] !== 0) slot = (slot + 1) & mask;
    this.#hashes[slot] = hash;
    this.#positions[slot] = position + 1;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const positions = this.#positions;
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#positions = new Int32Array(positions.length * 2);
    for (const [slot, position] of positions.entries()) {
      if (position !== 0) this.#put(hashes[slot] ?? 0, position - 1);
    }
  }
}

/** FNV-1a, 32 bits: quick, and spread well enough for ids that are random themselves. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
