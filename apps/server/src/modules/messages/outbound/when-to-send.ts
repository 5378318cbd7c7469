import { RenkeiError } from '#platform/errors';
import type { SendRequest } from './needs.ts';

interface GivenWhen {
  readonly sendAt?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly waitForDelivery?: boolean | undefined;
}

/** The caller's wishes about time, as the use cases take them. */
export function readWhen({
  sendAt,
  expiresAt,
  waitForDelivery,
}: GivenWhen): Pick<SendRequest, 'sendAt' | 'deadlineAt' | 'waitsForDelivery'> {
  return {
    sendAt: sendAt === undefined ? undefined : new Date(sendAt),
    deadlineAt: expiresAt === undefined ? undefined : new Date(expiresAt),
    waitsForDelivery: waitForDelivery,
  };
}

const dayMs = 24 * 60 * 60 * 1_000;
const farthestAheadMs = 90 * dayMs;

/**
 * When a message is due: `sendAt`, unless it is over already.
 *
 * Throws `invalid_request` for a date too far ahead, or a deadline that comes before the message is due.
 */
export function dueAt({ sendAt, deadlineAt }: Pick<SendRequest, 'sendAt' | 'deadlineAt'>, now: Date): Date {
  const due = sendAt !== undefined && sendAt > now ? sendAt : now;
  if (due.getTime() - now.getTime() > farthestAheadMs) {
    throw wrong('sendAt', { en: 'at most 90 days ahead', ja: '90日以内の日時を指定してください' });
  }
  if (deadlineAt !== undefined && deadlineAt <= due) {
    throw wrong('expiresAt', {
      en: 'must be later than the time at which the message is due',
      ja: '送信予定の日時より後を指定してください',
    });
  }
  return due;
}

function wrong(path: string, { en, ja }: { readonly en: string; readonly ja: string }): RenkeiError {
  return new RenkeiError('invalid_request', {
    detail: { en: `${path}: ${en}.`, ja: `${path}：${ja}。` },
    fields: [{ path, message: en }],
  });
}
