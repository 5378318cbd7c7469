/** The entropy decoder of Opus, as far as the head of a packet needs it. Source: RFC 6716 §4.1. */
export class RangeDecoder {
  readonly #bytes: Uint8Array;
  #next = 1;
  #range = 128;
  #value: number;
  #spare: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#spare = bytes[0] ?? 0;
    this.#value = 127 - (this.#spare >> 1);
    this.#normalise();
  }

  /** True with a probability of 2^-logP. (§4.1.3.2) */
  bit(logP: number): boolean {
    const share = this.#range >>> logP;
    const isSet = this.#value < share;
    if (!isSet) this.#value -= share;
    this.#range = isSet ? share : this.#range - share;
    this.#normalise();
    return isSet;
  }

  /** A symbol by its inverse cumulative distribution out of 256, which ends in 0. (§4.1.3.3) */
  symbol(inverseCumulative: readonly number[]): number {
    const step = this.#range >>> 8;
    let above = this.#range;
    for (const [symbol, share] of inverseCumulative.entries()) {
      const below = step * share;
      if (this.#value >= below) {
        this.#value -= below;
        this.#range = above - below;
        this.#normalise();
        return symbol;
      }
      above = below;
    }
    throw new Error('A distribution has to end in 0.');
  }

  /** (§4.1.2.1) */
  #normalise(): void {
    while (this.#range <= 2 ** 23) {
      const incoming = this.#bytes[this.#next] ?? 0;
      this.#next += 1;
      const byte = ((this.#spare & 1) << 7) | (incoming >> 1);
      this.#spare = incoming;
      this.#range = (this.#range * 256) >>> 0;
      this.#value = (this.#value * 256 + (255 - byte)) % 2 ** 31;
    }
  }
}
