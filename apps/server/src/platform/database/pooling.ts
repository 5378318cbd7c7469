import type { ClientConfig } from 'pg';
import { applicationRole } from './roles.ts';

/**
 * Who is at the other end of a connection: the same server process for as long as it is open, or, behind a pooler in
 * transaction mode, another one in every transaction. There nothing may be left on a connection between transactions: no
 * role, no setting, no prepared statement.
 */
export type Pooling = 'session' | 'transaction';

interface SessionSettings {
  readonly [name: string]: string;
}

/** What a pool's connections begin with, and what each of their transactions begins with. */
export function settle(
  pooling: Pooling,
  settings: SessionSettings,
): { readonly client: Pick<ClientConfig, 'options'>; readonly prologue: string } {
  const all = Object.entries({ role: applicationRole, ...settings });
  if (pooling === 'session') {
    return { client: { options: all.map(([name, value]) => `-c ${name}=${value}`).join(' ') }, prologue: '' };
  }
  return { client: {}, prologue: all.map(([name, value]) => `; set local ${name} = '${value}'`).join('') };
}
