import { createHash } from 'node:crypto';
import type { Customer } from './entities.ts';

/** The hash of a person's security code: the same until WhatsApp is set up anew. */
export function identityHashOf({ identityKeyHash, userId }: Customer): string {
  return identityKeyHash ?? createHash('sha256').update(userId).digest('base64').slice(0, 12);
}
