import { createHash, timingSafeEqual } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/**
 * Secrets at rest: JWE, `dir` with A256GCM. The tenant and the place of the secret are authenticated with it, so that
 * a ciphertext copied into another row or workspace does not open.
 */
export interface SecretBox {
  seal(secret: string, place: SecretPlace): Promise<string>;
  open(sealed: string, place: SecretPlace): Promise<string>;
}

export interface SecretPlace {
  readonly workspaceId: string;
  readonly rowId: string;
  readonly column: string;
}

/** `key`: 32 bytes. Its id is stored with every secret so that a later key can be told from an earlier one. */
export function createSecretBox(key: Uint8Array): SecretBox {
  const keyId = keyIdOf(key);
  return {
    async seal(secret, place) {
      return await new CompactEncrypt(new TextEncoder().encode(secret))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keyId, place: nameOf(place) })
        .encrypt(key);
    },
    async open(sealed, place) {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, key);
      if (protectedHeader['place'] !== nameOf(place))
        throw new Error('This secret belongs to another place.');
      return new TextDecoder().decode(plaintext);
    },
  };
}

/** Names a key without telling anything of it. */
export function keyIdOf(key: Uint8Array): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}

function nameOf(place: SecretPlace): string {
  return `${place.workspaceId}/${place.rowId}/${place.column}`;
}

export function sha256(value: string | Uint8Array): Buffer {
  return createHash('sha256').update(value).digest();
}

/** Compares two strings without telling by its duration where they differ. */
export function equalInConstantTime(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}
