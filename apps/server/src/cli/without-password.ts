/** The address of a database as it may be shown: terminals are looked at, and what they show is kept in logs. */
export function withoutPassword(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  return url ? `${url.protocol}//${url.host}${url.pathname}` : 'PostgreSQL';
}
