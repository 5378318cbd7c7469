import * as z from 'zod';
import { ProviderCallError } from '../../port.ts';
import type { GraphCaller } from '../cloud-api/graph-wire.ts';

const healthAnswer = z.object({
  health_status: z.object({
    can_send_message: z.string().optional(),
    entities: z.array(
      z.object({ entity_type: z.string(), id: z.string(), can_send_message: z.string().optional() }),
    ),
  }),
});

export interface Health {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  /** In Meta's words: AVAILABLE, LIMITED, BLOCKED. */
  readonly canSend: string;
}

/** Which number and account a key opens, and how they are doing. (360dialog, "Health status", 2026-11) */
export async function readHealth(caller: GraphCaller): Promise<Health> {
  const { health_status: health } = await caller.call({ path: '/health_status' }, healthAnswer);
  const idOf = (type: string) => health.entities.find(({ entity_type: kind }) => kind === type)?.id;
  const phoneNumberId = idOf('PHONE_NUMBER');
  const wabaId = idOf('WABA');
  if (phoneNumberId === undefined || wabaId === undefined) {
    throw new ProviderCallError('360dialog names no number for this key', null, undefined, '360dialog');
  }
  return { phoneNumberId, wabaId, canSend: health.can_send_message ?? 'AVAILABLE' };
}
