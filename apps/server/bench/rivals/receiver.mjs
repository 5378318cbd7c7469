// What every rival's program shares: the library is wired as its own documentation does it, and each message it hands
// over is written to PostgreSQL at once, with the same statement on the same kind of pool.

import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const settings = JSON.parse(process.env.BENCH_SETTINGS ?? '{}');

/** The number, its secret and its folder of packages. */
export const { appSecret, phoneNumberId, packages } = settings;
export const requireRival = createRequire(fileURLToPath(new URL('package.json', `file://${packages}/`)));

const pool = new pg.Pool({ ...settings.connection, max: 10 });
pool.on('error', () => undefined);

/** @param {{ readonly text: string, readonly from: string }} message every text of the bench is there once */
export async function store({ text, from }) {
  await pool.query('insert into rival_inbox (text, sender) values ($1, $2) on conflict do nothing', [
    text,
    from,
  ]);
}

/** @param {number} port where the library listens */
export function ready(port) {
  process.send?.({ port });
}

process.once('SIGTERM', () => process.exit(0));
