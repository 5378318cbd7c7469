import { sha256 } from '#platform/crypto';
import { newSecret } from '#platform/ids';

/**
 * `<workspaceId>.<secret>`: the workspace stands in the open so that the token can be looked up inside its tenant;
 * of the secret only the hash is stored.
 */
export interface Token {
  readonly workspaceId: string;
  readonly secretHash: Buffer;
}

const tokenPattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

export function createToken(workspaceId: string): Token & { readonly text: string } {
  const secret = newSecret();
  return { text: `${workspaceId}.${secret}`, workspaceId, secretHash: sha256(secret) };
}

/** Undefined for anything that cannot be a token of ours. */
export function parseToken(text: string): Token | undefined {
  const [, workspaceId, secret] = tokenPattern.exec(text) ?? [];
  if (workspaceId === undefined || secret === undefined) return undefined;
  return { workspaceId, secretHash: sha256(secret) };
}
