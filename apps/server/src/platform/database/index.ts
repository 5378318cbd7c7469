export { assertApplicationRole } from './assert-application-role.ts';
export { encodeByteaArray, encodeUuidArray } from './binary-array.ts';
export { createDatabase, type Database, isUniqueViolation } from './database.ts';
export { letOwnerRead, listMigrations, migrateDatabase } from './migrate.ts';
export { applicationRole } from './roles.ts';
export { named, type Statement, sql } from './statement.ts';
export { createSystemStatements, type StatementPool } from './statement-pool.ts';
export type { TenantTransaction, Transaction, WakeTopic } from './transaction.ts';
export { listenForWakes, type Wake } from './wake.ts';
