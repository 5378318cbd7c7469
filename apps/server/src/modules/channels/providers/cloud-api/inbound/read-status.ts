import type { MessageStatus } from '@renkei/graph-api';
import type { ReceivedStatus } from '../../../inbound.ts';
import { readToldRefusal } from '../read-refusal.ts';

export function readStatus(status: MessageStatus, phoneNumberId: string): ReceivedStatus {
  return {
    fact: 'status',
    phoneNumberId,
    providerMessageId: status.id,
    // Payments and calls have statuses of their own, which must not be taken for progress of a message.
    status: status.type === undefined ? status.status : `${status.type}:${status.status}`,
    recipient:
      status.participantId ?? status.participantUserId ?? status.recipientId ?? status.recipientUserId ?? '',
    groupId: status.groupId ?? null,
    attemptKey: status.callbackData ?? null,
    toldAt: new Date(status.timestamp * 1000),
    refusals: status.errors.map(readToldRefusal),
    pricing: status.pricing ?? null,
  };
}
