import { once } from 'node:events';
import type { Client, Connection } from 'pg';

/**
 * Runs `copy … from stdin` with these bytes and gives the number of rows. When the source fails nothing is written: the
 * server is told, refuses the statement, and the source's error is thrown.
 */
export async function copyIn(
  client: Client,
  text: string,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  const copy = new CopyIn(text, source);
  client.query(copy);
  return copy.rows;
}

/** What pg's connection has for COPY; its type declarations leave it out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

function speaksCopy(connection: Connection): connection is CopyConnection {
  return 'sendCopyFromChunk' in connection && 'endCopyFrom' in connection && 'sendCopyFail' in connection;
}

class CopyIn {
  readonly rows: Promise<number>;
  readonly #text: string;
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #end = Promise.withResolvers<number>();
  readonly #refused = Promise.withResolvers<void>();
  #count = 0;
  #isRefused = false;
  #error: unknown;

  constructor(text: string, source: AsyncIterable<Uint8Array>) {
    this.#text = text;
    this.#source = source;
    this.rows = this.#end.promise;
  }

  submit(connection: Connection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: Connection): void {
    if (!speaksCopy(connection)) throw new Error('This version of pg cannot copy.');
    void this.#send(connection);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#count = Number(text.split(' ')[1] ?? 0);
  }

  handleReadyForQuery(): void {
    if (this.#error === undefined) this.#end.resolve(this.#count);
    else this.#end.reject(this.#error);
  }

  /** Of the server: the rest of the source is of no use. Its ReadyForQuery follows, unless the connection is gone. */
  handleError(error: Error): void {
    this.#error ??= error;
    this.#isRefused = true;
    this.#refused.resolve();
    this.#end.reject(this.#error);
  }

  async #send(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.#source) {
        if (this.#isRefused) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) {
          await Promise.race([once(connection.stream, 'drain'), this.#refused.promise]);
        }
      }
      connection.endCopyFrom();
    } catch (error) {
      this.#error ??= error;
      connection.sendCopyFail('the source failed');
    }
  }
}
