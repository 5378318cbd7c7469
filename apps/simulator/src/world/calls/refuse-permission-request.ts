import type { SendQuestion } from '../rules/send-question.ts';
import { isCallingEnabled } from './calls.ts';
import { permissionOf, requestLimits } from './permissions.ts';

/** A request for permission to call: 138000 without calling, 138017 when it is there for good, 138009 too often. */
export function refusePermissionRequest({
  world,
  phoneNumber,
  recipient,
  message,
  at,
}: SendQuestion): { readonly code: number } | undefined {
  const isRequest = 'interactive' in message && isOfType(message.interactive, 'call_permission_request');
  if (!isRequest) return undefined;
  if (!isCallingEnabled(world, phoneNumber.id)) return { code: 138000 };
  const permission = permissionOf(world, phoneNumber.id, recipient.waId, at);
  if (permission.status === 'permanent') return { code: 138017 };
  const limits = requestLimits(permission, phoneNumber, at);
  const isOver = limits.some(({ current_usage, max_allowed }) => current_usage >= max_allowed);
  return isOver ? { code: 138009 } : undefined;
}

function isOfType(value: unknown, type: string): boolean {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === type;
}
