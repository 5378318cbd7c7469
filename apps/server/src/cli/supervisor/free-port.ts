import { createServer } from 'node:net';
import { noFreePort } from './problems.ts';

const tries = 20;

/** The preferred port when it is free, else the next free one after it; `reserved` ports count as taken. */
export async function findFreePort(
  preferredPort: number,
  host: string,
  reserved: ReadonlySet<number> = new Set(),
): Promise<number> {
  for (let port = preferredPort; port < preferredPort + tries; port += 1) {
    if (!reserved.has(port) && (await isFree(port, host))) return port;
  }
  throw noFreePort(preferredPort, preferredPort + tries - 1);
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
