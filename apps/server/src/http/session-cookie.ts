import type { FastifyReply, FastifyRequest } from 'fastify';

const cookieName = 'renkei_session';

export interface SessionCookie {
  read(request: FastifyRequest): string | undefined;
  /** `null` takes the cookie away. */
  write(reply: FastifyReply, value: string | null, expiresAt?: Date): void;
}

/** Not readable by scripts, not sent along by other sites, and not over plain HTTP where we are reached by HTTPS. */
export function createSessionCookie(publicUrl: string): SessionCookie {
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
  } as const;
  return {
    read: (request) => request.cookies[cookieName],
    write(reply, value, expiresAt) {
      if (value === null) reply.clearCookie(cookieName, attributes);
      else reply.setCookie(cookieName, value, expiresAt ? { ...attributes, expires: expiresAt } : attributes);
    },
  };
}
