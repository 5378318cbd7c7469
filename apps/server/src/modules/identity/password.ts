/** OWASP's password storage recommendation for Argon2id: 19 MiB, two passes, one lane. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await loadArgon2();
  return hash(password, settings);
}

/** Without a hash the answer is no, after as much work: the duration does not tell who is a member. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const { verify } = await loadArgon2();
  const matches = await verify(passwordHash ?? (await hashOfNothing()), password);
  return matches && passwordHash !== null;
}

let nothing: Promise<string> | undefined;

function hashOfNothing(): Promise<string> {
  nothing ??= hashPassword('');
  return nothing;
}

/** At the first password: sessions go on without it, and it takes memory. */
function loadArgon2() {
  return import('@node-rs/argon2');
}
