import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { Waba } from '../entities.ts';

/**
 * Forbids an account something, for a while or for good, and tells it (`account_update`, ACCOUNT_RESTRICTION). The
 * rules of sending look at the end time: nothing has to lift it.
 */
export function restrictWaba(
  simulation: Simulation,
  { wabaId, type, durationMs }: { wabaId: string; type: string; durationMs?: number | undefined },
): void {
  const { clock } = simulation;
  const expiresAt = durationMs === undefined ? undefined : clock.now() + durationMs;
  change(simulation, wabaId, ({ restrictions = [] }) => ({
    restrictions: [...restrictions.filter((given) => given.type !== type), { type, expiresAt }],
  }));
  const expiration = expiresAt === undefined ? {} : { expiration: Math.floor(expiresAt / 1000) };
  tell(simulation, wabaId, {
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: type, ...expiration }],
  });
}

/** Bans an account, or takes it back (`account_update`, DISABLED_UPDATE): every send answers 131031 meanwhile. */
export function banWaba(simulation: Simulation, wabaId: string, isDisabled: boolean): void {
  change(simulation, wabaId, () => ({ isDisabled }));
  const date = new Date(simulation.clock.now());
  const day = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  tell(simulation, wabaId, {
    event: 'DISABLED_UPDATE',
    ban_info: {
      waba_ban_state: isDisabled ? 'DISABLE' : 'REINSTATE',
      waba_ban_date: date.toLocaleDateString('en-US', day),
    },
  });
}

function change({ world, commit }: Simulation, wabaId: string, changed: (waba: Waba) => Partial<Waba>): void {
  const waba = world.wabas.get(wabaId);
  if (waba) commit({ kind: 'entities', entities: { wabas: [{ ...waba, ...changed(waba) }] } });
}

function tell(simulation: Simulation, wabaId: string, value: { readonly [key: string]: unknown }): void {
  notify(simulation, { field: 'account_update', wabaId, value });
}
