type NumberArray = Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A list of numbers in a typed array that doubles: a million takes a few megabytes. */
export class GrowingNumbers<Numbers extends NumberArray> {
  readonly #create: new (
    length: number,
  ) => Numbers;
  #numbers: Numbers;
  #length = 0;

  constructor(create: new (length: number) => Numbers) {
    this.#create = create;
    this.#numbers = new create(1024);
  }

  get length(): number {
    return this.#length;
  }

  get(index: number): number {
    const number = index < this.#length ? this.#numbers[index] : undefined;
    if (number === undefined) throw new RangeError(`${index} of ${this.#length}`);
    return number;
  }

  set(index: number, number: number): void {
    if (index >= this.#length) throw new RangeError(`${index} of ${this.#length}`);
    this.#numbers[index] = number;
  }

  /** Returns the new length. */
  push(number: number): number {
    if (this.#length === this.#numbers.length) {
      const larger = new this.#create(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
    return this.#length;
  }
}
