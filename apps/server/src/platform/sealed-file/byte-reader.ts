/** Takes as many bytes as asked for from a stream that gives as many as it likes. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #parts: Uint8Array[] = [];
  #available = 0;
  #isExhausted = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Fewer only at the end. */
  async readUpTo(bytes: number): Promise<Buffer> {
    await this.#fill(bytes);
    const [only] = this.#parts;
    const whole = this.#parts.length === 1 && only ? asBuffer(only) : Buffer.concat(this.#parts);
    const taken = whole.subarray(0, bytes);
    const rest = whole.subarray(bytes);
    this.#parts = rest.byteLength > 0 ? [rest] : [];
    this.#available = rest.byteLength;
    return taken;
  }

  async isAtEnd(): Promise<boolean> {
    await this.#fill(1);
    return this.#available === 0;
  }

  async #fill(bytes: number): Promise<void> {
    while (this.#available < bytes && !this.#isExhausted) {
      const { value, done } = await this.#source.next();
      if (done) {
        this.#isExhausted = true;
      } else if (value.byteLength > 0) {
        this.#parts.push(value);
        this.#available += value.byteLength;
      }
    }
  }
}

/** A view, no copy. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
