/** A reader of server-sent events that can stop reading, go away, and come back where it was. */
export interface ReceivedEvent {
  readonly id: string;
  readonly data: unknown;
}

export interface OpenEventSource {
  readonly status: number;
  readonly headers: Headers;
  /** What has come, in order. Ids without data are kept as `lastId` only. */
  readonly events: readonly ReceivedEvent[];
  readonly lastId: () => string | undefined;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

export async function openEventSource(
  url: string,
  options: {
    readonly cookie: string | undefined;
    readonly lastEventId?: string | undefined;
    /** Called with every event before the next one is read. */
    readonly onEvent?: (event: ReceivedEvent) => Promise<void>;
  },
): Promise<OpenEventSource> {
  const gone = new AbortController();
  const response = await fetch(`${url}/v1/events`, {
    signal: gone.signal,
    headers: {
      cookie: `renkei_session=${options.cookie}`,
      ...(options.lastEventId === undefined ? {} : { 'last-event-id': options.lastEventId }),
    },
  });
  const events: ReceivedEvent[] = [];
  let lastId: string | undefined;

  async function read(): Promise<void> {
    if (response.body === null) return;
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = `${rest}${text}`.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) await take(block);
    }
  }

  async function take(block: string): Promise<void> {
    const id = /^id: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (id !== undefined) lastId = id;
    if (id === undefined || data === undefined) return;
    const event = { id, data: JSON.parse(data) };
    events.push(event);
    await options.onEvent?.(event);
  }

  const ended = read().catch((error: unknown) => {
    if (!gone.signal.aborted) throw error;
  });
  return {
    status: response.status,
    headers: response.headers,
    events,
    lastId: () => lastId,
    ended,
    async close() {
      gone.abort();
      await ended;
    },
  };
}
