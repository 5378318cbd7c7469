export { type ReadyDatabase } from './prepare-database.ts';
export { type RunningProcess, readProcess } from './read-process.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresLog,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start-embedded-postgres.ts';
