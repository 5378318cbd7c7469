import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Ids that sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** A secret of 256 random bits, safe in URLs. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** 128 random bits that name one attempt to send: Meta echoes it in every status of the message. No personal data. */
export function newAttemptKey(): string {
  return randomBytes(16).toString('base64url');
}
