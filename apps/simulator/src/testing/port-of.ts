import type { Server } from 'node:http';

/** The TCP port a server listens on. */
export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The server listens on no TCP port');
}
