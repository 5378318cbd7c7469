import { z } from 'zod';
import type { Simulation } from '../../simulation.ts';
import type { InboundMessage, OutboundMessage } from '../messages/messages.ts';
import type { World } from '../world.ts';
import { changePermission, permissionOf } from './permissions.ts';

const replySchema = z.object({
  type: z.literal('call_permission_reply'),
  call_permission_reply: z.object({
    response: z.enum(['accept', 'reject']),
    is_permanent: z.boolean().optional(),
    expiration_timestamp: z.number().optional(),
  }),
});

/** Follows the messages in which a business asks for permission to call, and people answer. */
export function watchPermissions(simulation: Simulation): void {
  simulation.onCommit((record) => {
    if (record.kind === 'accepted' && asksForPermission(simulation.world, record.message))
      noteRequest(simulation, record.message);
    if (record.kind === 'inbound' && record.message.type === 'interactive') {
      noteReply(simulation, record.message);
    }
  });
}

const requestSchema = z.object({ type: z.literal('call_permission_request') });

/** An interactive message of that kind, or a template with that component. */
function asksForPermission(world: World, { type, content, templateId }: OutboundMessage): boolean {
  if (type === 'interactive') return requestSchema.safeParse(content).success;
  const template = templateId === undefined ? undefined : world.templates.get(templateId);
  return template?.components.some((component) => component.type === 'call_permission_request') ?? false;
}

function noteRequest(simulation: Simulation, { phoneNumberId, waId, at }: OutboundMessage): void {
  const { requestedAt } = permissionOf(simulation.world, phoneNumberId, waId, at);
  changePermission(simulation, phoneNumberId, waId, { requestedAt: [...requestedAt, at] });
}

function noteReply(simulation: Simulation, { phoneNumberId, waId, content }: InboundMessage): void {
  const parsed = replySchema.safeParse(content);
  if (!parsed.success) return;
  const {
    response,
    is_permanent: isPermanent,
    expiration_timestamp: expires,
  } = parsed.data.call_permission_reply;
  const isTemporary = response === 'accept' && !isPermanent;
  const granted = isPermanent ? 'permanent' : 'temporary';
  changePermission(simulation, phoneNumberId, waId, {
    status: response === 'accept' ? granted : 'no_permission',
    expiresAt: isTemporary && expires !== undefined ? expires * 1000 : undefined,
    unanswered: 0,
  });
}
