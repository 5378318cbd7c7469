import { createHmac, hkdfSync, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';

/** What a file is sealed with: the installation's master key, or a passphrase of whatever length. */
export type Secret =
  | { readonly source: 'master-key'; readonly key: Uint8Array }
  | { readonly source: 'passphrase'; readonly passphrase: string };

/** Stands in the open part of a file: how its key is made of the secret, and how to see whether it is the right one. */
export const keyDescriptionSchema = z.object({
  source: z.enum(['master-key', 'passphrase']),
  salt: z.base64url(),
  /** Tells the right secret from a wrong one before anything is opened. */
  check: z.base64url(),
});
export type KeyDescription = z.infer<typeof keyDescriptionSchema>;

export interface FileKey {
  readonly key: Uint8Array;
  readonly description: KeyDescription;
}

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt);
/** OWASP's figures for scrypt (Password Storage Cheat Sheet, 2025): 128 MB and some 300 ms for each guess. */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 };

/** A key for one new file: every file has a salt of its own, so no key seals two. */
export function createFileKey(secret: Secret): Promise<FileKey> {
  return keyOf(secret, randomBytes(32));
}

/** The key of a file that was sealed before; undefined: with another secret. */
export async function findFileKey(secret: Secret, description: KeyDescription): Promise<FileKey | undefined> {
  if (secret.source !== description.source) return undefined;
  const found = await keyOf(secret, Buffer.from(description.salt, 'base64url'));
  return found.description.check === description.check ? found : undefined;
}

async function keyOf(secret: Secret, salt: Uint8Array): Promise<FileKey> {
  const material =
    secret.source === 'master-key' ? secret.key : await derive(secret.passphrase, salt, 32, cost);
  const key = new Uint8Array(hkdfSync('sha256', material, salt, 'renkei sealed file', 32));
  const check = createHmac('sha256', key).update('renkei key check').digest().subarray(0, 12);
  return {
    key,
    description: {
      source: secret.source,
      salt: Buffer.from(salt).toString('base64url'),
      check: check.toString('base64url'),
    },
  };
}
