import { OperatorError } from '#platform/operator-error';
import type { Database } from './database.ts';
import { applicationRole } from './roles.ts';
import { sql } from './statement.ts';

/**
 * Row-level security keeps workspaces apart only for a role that it binds. A connection pooler that drops start-up
 * options, or options in DATABASE_URL, would leave us somebody else.
 *
 * @throws OperatorError `database_role_wrong`
 */
export async function assertApplicationRole(database: Database): Promise<void> {
  const [found] = await database.inSystem((transaction) =>
    transaction.query<{ role: string; unbound: boolean }>(
      sql`select current_user as role, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`,
    ),
  );
  if (found?.role === applicationRole && !found.unbound) return;
  throw new OperatorError({
    code: 'database_role_wrong',
    reason: {
      en: `Connections work as "${found?.role}" instead of "${applicationRole}", so workspaces would not be kept apart.`,
      ja: `接続のロールが「${applicationRole}」ではなく「${found?.role}」のため、ワークスペースを分離できません。`,
    },
    remedy: {
      en: 'Connect to PostgreSQL directly (or with a pooler in session mode), without "options" in DATABASE_URL.',
      ja: 'PostgreSQL に直接（またはセッションモードのプーラーで）接続し、DATABASE_URL から「options」を外してください。',
    },
  });
}
