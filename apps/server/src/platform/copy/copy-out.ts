import type { Client, Connection } from 'pg';

/** Handed on at once: a row of its own each would cost more in calls than in bytes. */
const batchBytes = 128 * 1024;
/** What may wait for a slow reader before the socket is paused. */
const mostWaitingBytes = 2 * 1024 * 1024;

/**
 * Runs `copy … to stdout` and gives its bytes, as fast as they are taken. To be read to its end, or the connection is
 * of no further use.
 */
export async function* copyOut(client: Client, text: string): AsyncGenerator<Buffer, void, undefined> {
  const copy = new CopyOut(text);
  client.query(copy);
  yield* copy.batches();
}

/** pg hands the messages of a query to whatever object was submitted; these are the ones of COPY. */
class CopyOut {
  readonly #text: string;
  #connection: Connection | undefined;
  #parts: Buffer[] = [];
  #waitingBytes = 0;
  #isDone = false;
  #error: Error | undefined;
  #changed = Promise.withResolvers<void>();

  constructor(text: string) {
    this.#text = text;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#text);
  }

  /** The chunk is a view on the parser's buffer, which is overwritten: it has to be copied. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: Connection): void {
    this.#parts.push(Buffer.from(chunk));
    this.#waitingBytes += chunk.byteLength;
    if (this.#waitingBytes >= mostWaitingBytes) connection.stream.pause();
    if (this.#waitingBytes >= batchBytes) this.#changed.resolve();
  }

  handleCommandComplete(): void {
    // Whoever waits is told by what follows: ready for the next query.
  }

  handleReadyForQuery(): void {
    this.#isDone = true;
    this.#changed.resolve();
  }

  handleError(error: Error): void {
    this.#error ??= error;
    this.#isDone = true;
    this.#changed.resolve();
  }

  async *batches(): AsyncGenerator<Buffer, void, undefined> {
    while (!this.#isDone || this.#parts.length > 0) {
      if (!this.#isDone && this.#waitingBytes < batchBytes) await this.#changed.promise;
      this.#changed = Promise.withResolvers();
      if (this.#error) throw this.#error;
      const batch = Buffer.concat(this.#parts);
      this.#parts = [];
      this.#waitingBytes = 0;
      this.#connection?.stream.resume();
      if (batch.byteLength > 0) yield batch;
    }
    if (this.#error) throw this.#error;
  }
}
