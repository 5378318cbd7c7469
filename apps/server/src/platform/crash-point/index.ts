/**
 * The moments at which a death would hurt most, by name. `npm run faults` starts a server with `RENKEI_CRASH_AT=name:n`:
 * it ends itself with SIGKILL at the n-th hit of that point, and the harness fails when a point of this list is never hit.
 * Without the variable a call is one comparison.
 */
export const crashPoints = [
  'migration.applied',
  'intake.before-commit',
  'intake.committed',
  'normaliser.claimed',
  'normaliser.effects-written',
  'normaliser.committed',
  'statuses.stored',
  'media.downloaded',
  'media.reserved',
  'media.bytes-kept',
  'media.brought-to-provider',
  'lease.acquired',
  'lease.renewed',
  'dispatcher.claim-committed',
  'dispatcher.dispatch-committed',
  'provider.bytes-written',
  'dispatcher.answered',
  'dispatcher.settled',
  'dispatcher.recovering',
  'dispatcher.sweeping',
  'hooks.before-call',
  'hooks.answered',
] as const;

export type CrashPoint = (typeof crashPoints)[number];

const armed = readArmed(process.env['RENKEI_CRASH_AT']);

/** Ends the process without a word if it was started to end here. */
export function crashPoint(name: CrashPoint): void {
  if (armed?.name !== name) return;
  armed.hitsLeft -= 1;
  if (armed.hitsLeft <= 0) process.kill(process.pid, 'SIGKILL');
}

/** Throws for a name that is no crash point: a harness that arms nothing proves nothing. */
function readArmed(setting: string | undefined): { readonly name: CrashPoint; hitsLeft: number } | undefined {
  if (!setting) return undefined;
  const [wanted, hits = '1'] = setting.split(':');
  const name = crashPoints.find((known) => known === wanted);
  const hitsLeft = Number(hits);
  if (name === undefined || !Number.isSafeInteger(hitsLeft) || hitsLeft < 1) {
    throw new Error(`RENKEI_CRASH_AT=${setting} names no crash point, or no number of hits from 1.`);
  }
  return { name, hitsLeft };
}
