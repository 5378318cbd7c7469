import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  /** `http://127.0.0.1:…`, which leads to the target. */
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * A wire to `target` (an origin of http) that breaks once: the first connection that has carried `bytes` there is reset,
 * and nothing after them arrives. Every other connection is left alone.
 */
export async function openCuttingProxy(target: string, bytes: number): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;

  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    let left = bytes;
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      // Whatever ends one side ends the other; the errors themselves are what the test is about.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
      socket.on('end', () => other.end());
    }
    far.on('data', (piece) => near.write(piece));
    near.on('close', () => far.end());
    near.on('data', (piece) => {
      if (isCut || piece.byteLength < left) {
        left -= piece.byteLength;
        far.write(piece);
        return;
      }
      isCut = true;
      far.end(piece.subarray(0, left));
      near.resetAndDestroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It listens on a port, not on a pipe.
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
