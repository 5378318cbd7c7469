import { z } from 'zod';
import type { Simulation } from '../../../simulation.ts';
import type { Group } from '../../../world/groups/group.ts';
import { GraphError } from '../../graph-error.ts';
import { graphTextOf } from '../../input/values.ts';

/** What the edges of groups share. */

export const subjectSchema = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim() : value),
  graphTextOf(128, 1),
);
export const descriptionSchema = graphTextOf(2048);

export function newInviteCode({ random }: Simulation): string {
  return random.base62(22);
}

export function inviteLink({ inviteCode }: Group): string | undefined {
  return inviteCode === undefined ? undefined : `https://chat.whatsapp.com/${inviteCode}`;
}

export function newRequestId({ random }: Simulation): string {
  return `REQ${random.hex(32)}`;
}

/** A suspended group can be read, not changed. */
export function requireActive(group: Group): void {
  if (group.isSuspended) throw new GraphError(131207);
}
