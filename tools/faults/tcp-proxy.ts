import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';

/** Where the connections of a proxy go: a port of this machine, or the file of a unix socket. */
export type ProxyTarget = { readonly port: number } | { readonly path: string };

/** A wire that can be cut: what a server, a simulator or a database sees of a bad network. Loopback only. */
export interface TcpProxy {
  readonly port: number;
  /** Ends every connection at once, without a farewell. Gives how many had an exchange under way. */
  cut(): number;
  /** New connections are ended as soon as they come, until `heal`. */
  refuse(): void;
  /** Every piece arrives this much later. */
  delay(ms: number): void;
  /** Half-open: connections stay and take what is written, and nothing of it ever arrives. `cut` or `heal` end them. */
  stall(): void;
  /** No connection gets more than this through, either way. */
  slow(bytesPerSecond: number): void;
  /** New connections work again; those that lost bytes in a `stall` are ended. Gives how many of these there were. */
  heal(): number;
  close(): Promise<void>;
}

interface Line {
  readonly near: Socket;
  readonly far: Socket;
  /** The near side has said more than it was answered: cutting now leaves it in doubt. */
  isAsking: boolean;
  hasLost: boolean;
}

interface Weather {
  mode: 'fine' | 'refusing' | 'stalled';
  delayMs: number;
  bytesPerSecond: number;
}

const fine: Weather = { mode: 'fine', delayMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY };

export async function openTcpProxy(target: () => ProxyTarget): Promise<TcpProxy> {
  const lines = new Set<Line>();
  const weather: Weather = { ...fine };

  const server = createServer((near) => {
    // Without a listener a reset on the wire would end the harness.
    near.on('error', () => near.destroy());
    if (weather.mode === 'refusing') return void near.resetAndDestroy();
    const far = dial(target());
    const line: Line = { near, far, isAsking: false, hasLost: false };
    lines.add(line);
    carry(near, far, () => (line.isAsking = true));
    carry(far, near, () => (line.isAsking = false));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        lines.delete(line);
        other.destroy();
      });
    }

    function carry(from: Socket, to: Socket, onPiece: () => void): void {
      from.on('data', (piece) => {
        onPiece();
        if (weather.mode === 'stalled') return void (line.hasLost = true);
        const waitMs = weather.delayMs + (piece.byteLength / weather.bytesPerSecond) * 1_000;
        if (waitMs === 0) return void to.write(piece);
        from.pause();
        setTimeout(() => {
          to.write(piece);
          from.resume();
        }, waitMs);
      });
      from.on('end', () => to.end());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy got no port');

  function end(which: (line: Line) => boolean): number {
    const ended = [...lines].filter(which);
    for (const { near, far } of ended) {
      near.resetAndDestroy();
      far.destroy();
    }
    return ended.filter(({ isAsking }) => isAsking).length;
  }

  return {
    port: address.port,
    cut: () => end(() => true),
    refuse: () => void (weather.mode = 'refusing'),
    delay: (ms) => void (weather.delayMs = ms),
    stall: () => void (weather.mode = 'stalled'),
    slow: (bytesPerSecond) => void (weather.bytesPerSecond = bytesPerSecond),
    heal() {
      Object.assign(weather, fine);
      return end(({ hasLost }) => hasLost);
    },
    async close() {
      end(() => true);
      server.close();
      await once(server, 'close');
    },
  };
}
