/** What has been opened, to be closed in the other order: with its stage, or when the run is told to stop. */
export interface Closing {
  push(closer: () => Promise<unknown>): void;
  /** Closes what is open; safe to call twice. */
  close(): Promise<void>;
}

const open = new Set<Closing>();

function startClosing(): Closing {
  const closers: (() => Promise<unknown>)[] = [];
  const closing: Closing = {
    push: (closer) => void closers.push(closer),
    async close() {
      for (const closer of closers.splice(0).toReversed()) await closer();
      open.delete(closing);
    },
  };
  open.add(closing);
  return closing;
}

/** Builds something of which nothing stays open when it fails half way. */
export async function buildOrClose<Built extends object>(
  build: (closing: Closing) => Promise<Built>,
): Promise<Built & Pick<Closing, 'close'>> {
  const closing = startClosing();
  try {
    return { ...(await build(closing)), close: closing.close };
  } catch (error) {
    await closing.close();
    throw error;
  }
}

/** Of all stages: nobody else would ever end their processes. */
export async function closeEverything(): Promise<void> {
  await Promise.allSettled([...open].map((closing) => closing.close()));
}
