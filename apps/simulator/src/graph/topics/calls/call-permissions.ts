import { readPhoneDigits } from '@renkei/graph-api';
import { z } from 'zod';
import { permissionOf, requestLimits } from '../../../world/calls/permissions.ts';
import type { PhoneNumber } from '../../../world/entities.ts';
import { findByUserId } from '../../../world/user-id.ts';
import { type Edges, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError, missingParameter } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphText } from '../../input/values.ts';
import { connectedToday } from './connected-today.ts';

const secondMs = 1000;

const inputSchema = z.object({ user_wa_id: graphText.optional(), recipient: z.string().optional() });

/** `GET /{phone-number-id}/call_permissions`: whether a person may be called, at most five looks a second (613). */
export const callPermissionEdges: Edges<'phoneNumber'> = {
  'GET call_permissions': { scope: messagingScope, handle: showPermission },
};

function showPermission(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const { world, clock, usage } = simulation;
  const waId = findWaId(call);
  const { permissionLookupsPerSecond, connectedCallsPerDay } = world.settings.graph;
  const key = `${node.id}/call_permissions`;
  const taken = usage.take(key, permissionLookupsPerSecond, clock.elapsedMs(), secondMs);
  if (!taken.isAllowed) throw new GraphError(613);
  const now = clock.now();
  const permission = permissionOf(world, node.id, waId, now);
  const asked = requestLimits(permission, node, now);
  const called = connectedToday(world, node.id, waId, now);
  const isPermanent = permission.status === 'permanent';
  const calls = { time_period: 'PT24H', max_allowed: connectedCallsPerDay, current_usage: called };
  return {
    messaging_product: 'whatsapp',
    permission: {
      status: permission.status,
      ...(permission.status === 'temporary' && permission.expiresAt !== undefined
        ? { expiration_time: Math.floor(permission.expiresAt / 1000) }
        : {}),
    },
    actions: [
      {
        action_name: 'send_call_permission_request',
        can_perform_action:
          !isPermanent && asked.every(({ current_usage, max_allowed }) => current_usage < max_allowed),
        limits: asked,
      },
      {
        action_name: 'start_call',
        can_perform_action: permission.status !== 'no_permission' && called < connectedCallsPerDay,
        limits: [calls],
      },
    ],
  };
}

function findWaId(call: GraphCall<PhoneNumber>): string {
  const { user_wa_id: given, recipient } = readInput(call, inputSchema);
  if (given !== undefined) return readPhoneDigits(given) ?? given;
  if (recipient === undefined) throw missingParameter('user_wa_id');
  const customer = findByUserId(call.simulation.world, recipient, call.node);
  if (!customer) throw new GraphError(138001);
  return customer.waId;
}
