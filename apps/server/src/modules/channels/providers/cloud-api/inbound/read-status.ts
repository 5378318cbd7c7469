import {
  classifyGraphError,
  type GraphErrorObject,
  type MessageStatus,
  readErrorDetails,
} from '@renkei/graph-api';
import type { ReceivedFailure, ReceivedStatus } from '../../../inbound.ts';

export function readStatus(status: MessageStatus, phoneNumberId: string): ReceivedStatus {
  return {
    fact: 'status',
    phoneNumberId,
    providerMessageId: status.id,
    // Payments and calls have statuses of their own, which must not be taken for progress of a message.
    status: status.type === undefined ? status.status : `${status.type}:${status.status}`,
    recipient:
      status.participantId ?? status.participantUserId ?? status.recipientId ?? status.recipientUserId ?? '',
    attemptKey: status.callbackData ?? null,
    toldAt: new Date(status.timestamp * 1000),
    failures: status.errors.map(readFailure),
    pricing: status.pricing ?? null,
  };
}

function readFailure(error: GraphErrorObject): ReceivedFailure {
  const rule = classifyGraphError(error.code);
  return {
    providerCode: error.code,
    title: rule.area === 'unknown' ? (error.title ?? rule.title) : rule.title,
    detail: readErrorDetails(error) ?? error.message ?? null,
    remedy: rule.remedy,
  };
}
