import { randomBytes } from 'node:crypto';

/** 256 random bits, written as the Standard Webhooks libraries take it. */
export function newHookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
