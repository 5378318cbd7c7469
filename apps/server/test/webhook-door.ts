import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { createIngestModule } from '#modules/ingest';

/** The way in for webhooks, on a port of its own; its address is known before there is anybody to handle them. */
export interface WebhookDoor {
  readonly url: string;
  /** From now on requests are handled so; before, they are answered with 503. */
  handleWith(handler: ReturnType<typeof createIngestModule>['handleWebhook']): void;
  /** While shut, requests are answered with 503. */
  setOpen(open: boolean): void;
  close(): Promise<void>;
}

export async function openWebhookDoor(): Promise<WebhookDoor> {
  let isOpen = true;
  let handle: Parameters<WebhookDoor['handleWith']>[0] | undefined;
  const server = createServer((request, response) => {
    if (handle && isOpen) void handle(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // A TCP server that listens has one.
  return {
    url: `http://127.0.0.1:${port}`,
    handleWith(handler) {
      handle = handler;
    },
    setOpen(open) {
      isOpen = open;
    },
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
