import type { Simulation } from '../../simulation.ts';
import { planTask } from '../tasks/plan-task.ts';
import { getOutbound, type World } from '../world.ts';
import type { BusinessApp } from './business-app.ts';
import { disconnect } from './disconnect.ts';
import { findBusinessApp } from './find-business-app.ts';

interface Heartbeat {
  readonly phoneNumberId: string;
  readonly onboardedAt: number;
}

/** A coexistence number has to be used on both sides, or Meta ends it: after about 14 and 30 days (Meta, 2026-03). */
export function planHeartbeats(simulation: Simulation, { connection, openedAt }: BusinessApp): void {
  if (!connection) return;
  const { phoneNumberId, onboardedAt } = connection;
  const { primaryIdleMs, companionIdleMs } = simulation.world.settings.onboarding;
  const heartbeat = { phoneNumberId, onboardedAt };
  planTask(simulation, 'primary-idle', openedAt + primaryIdleMs, heartbeat);
  planTask(simulation, 'companion-idle', onboardedAt + companionIdleMs, heartbeat);
}

/** Somebody uses the main phone. Written down once a minute at most. */
export function openBusinessApp({ world, clock, commit }: Simulation, phoneNumberId: string): void {
  const app = findBusinessApp(world, phoneNumberId);
  const openedAt = clock.now();
  if (!app || openedAt - app.openedAt < 60_000) return;
  commit({ kind: 'entities', entities: { businessApps: [{ ...app, openedAt }] } });
}

/** The planned look whether the main phone was used. */
export function checkPrimary(simulation: Simulation, heartbeat: Heartbeat, at: number): void {
  const app = findConnected(simulation.world, heartbeat);
  if (!app) return;
  const dueAt = app.openedAt + simulation.world.settings.onboarding.primaryIdleMs;
  if (at < dueAt) planTask(simulation, 'primary-idle', dueAt, heartbeat);
  else disconnect(simulation, heartbeat.phoneNumberId, { reason: 'PRIMARY_INACTIVITY', by: 'SYSTEM' }, at);
}

/** The planned look whether the API has sent anything. */
export function checkCompanion(simulation: Simulation, heartbeat: Heartbeat, at: number): void {
  if (!findConnected(simulation.world, heartbeat)) return;
  const activeAt = Math.max(heartbeat.onboardedAt, lastSendAt(simulation.world, heartbeat.phoneNumberId));
  const dueAt = activeAt + simulation.world.settings.onboarding.companionIdleMs;
  if (at < dueAt) planTask(simulation, 'companion-idle', dueAt, heartbeat);
  else disconnect(simulation, heartbeat.phoneNumberId, { reason: 'COMPANION_INACTIVITY', by: 'SYSTEM' }, at);
}

/** Undefined when this connection has ended since; a later one has heartbeats of its own. */
function findConnected(world: World, { phoneNumberId, onboardedAt }: Heartbeat) {
  const app = findBusinessApp(world, phoneNumberId);
  return app?.connection.onboardedAt === onboardedAt ? app : undefined;
}

function lastSendAt(world: World, phoneNumberId: string): number {
  let lastAt = 0;
  for (const chat of world.chats.values()) {
    if (chat.phoneNumberId !== phoneNumberId) continue;
    const last = chat.messageIds.findLast((id) => getOutbound(world, id));
    lastAt = Math.max(lastAt, getOutbound(world, last ?? '')?.message.at ?? 0);
  }
  return lastAt;
}
