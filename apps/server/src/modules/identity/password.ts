import { hash, verify } from '@node-rs/argon2';

/** OWASP's password storage recommendation for Argon2id: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** Without a hash the answer is no, after as much work: the duration does not tell who is a member. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await hashOfNothing()), password);
  return matches && passwordHash !== null;
}

let nothing: Promise<string> | undefined;

function hashOfNothing(): Promise<string> {
  nothing ??= hashPassword('');
  return nothing;
}
