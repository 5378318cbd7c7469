import {
  classifyGraphError,
  type GraphErrorObject,
  type MessageStatus,
  readErrorDetails,
} from '@renkei/graph-api';
import type { ReceivedStatus } from '../../../inbound.ts';
import type { ProviderRefusal } from '../../../port.ts';

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
    refusals: status.errors.map(readRefusal),
    pricing: status.pricing ?? null,
  };
}

function readRefusal(error: GraphErrorObject): ProviderRefusal {
  const rule = classifyGraphError(error.code);
  return {
    code: error.code,
    subcode: null,
    details: readErrorDetails(error) ?? error.message ?? rule.cause,
    title: rule.area === 'unknown' ? (error.title ?? rule.title) : rule.title,
    remedy: rule.remedy,
    action: rule.action,
    area: rule.area,
    source: rule.source,
  };
}
