import type { z } from 'zod';
import { problemCode } from '../problem.ts';
import { readPhoneDigits } from './recipient.ts';

interface Addressed {
  readonly type: string;
  readonly to?: string | undefined;
  readonly recipient?: string | undefined;
  readonly recipient_type?: 'individual' | 'group' | undefined;
}

/** What may go to a group. Reactions are not named in Meta's page. (Meta, "Group messaging", 2025-11-14) */
const groupTypes: ReadonlySet<string> = new Set([
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'template',
  'pin',
]);

/** Checks that there is somebody to send to, and that the message may go to that kind of recipient. */
export function checkRecipient(message: Addressed, context: z.RefinementCtx): void {
  if (message.recipient_type === 'group') checkGroup(message, context);
  else checkPerson(message, context);
}

function checkPerson({ type, to, recipient }: Addressed, context: z.RefinementCtx): void {
  if (type === 'pin') {
    const params = problemCode('unsupportedMessageType');
    context.addIssue({ code: 'custom', path: ['type'], message: 'pin goes to groups only', params });
  } else if (to === undefined && recipient === undefined) {
    const params = problemCode('requiredParameterMissing');
    context.addIssue({ code: 'custom', path: ['to'], message: 'or recipient is required', params });
  } else if (to !== undefined && readPhoneDigits(to) === undefined) {
    const message = 'must be a phone number with country code';
    context.addIssue({ code: 'custom', path: ['to'], message });
  }
}

function checkGroup({ type, to }: Addressed, context: z.RefinementCtx): void {
  if (!groupTypes.has(type)) {
    const params = problemCode('unsupportedMessageType');
    context.addIssue({ code: 'custom', path: ['type'], message: `${type} cannot go to a group`, params });
  } else if (to === undefined) {
    const params = problemCode('requiredParameterMissing');
    context.addIssue({ code: 'custom', path: ['to'], message: 'is required', params });
  } else if (readPhoneDigits(to) !== undefined) {
    context.addIssue({ code: 'custom', path: ['to'], message: 'must be the id of a group' });
  }
}
