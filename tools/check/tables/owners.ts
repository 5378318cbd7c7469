/**
 * Who owns which table: the only folder whose store files (`store.ts`, `store-*.ts`) name it in SQL. A folder that is no
 * module of apps/server/src/modules owns what the platform itself keeps. Joins across owners are views in a migration,
 * owned by the module that reads them.
 */
export const tableOwners: Readonly<Record<string, readonly string[]>> = {
  'modules/identity': [
    'workspaces',
    'members',
    'sessions',
    'sign_in_links',
    'invitations',
    'sign_in_failures',
    'audit_log',
    'audit_heads',
    'audit_checks',
  ],
  'modules/channels': ['webhook_endpoints', 'channels', 'former_connections'],
  'modules/media': ['media', 'media_uploads', 'media_blobs', 'media_uses'],
  'modules/ingest': ['raw_events', 'raw_event_jobs', 'account_events'],
  'modules/contacts': ['contacts', 'identities', 'marketing_preferences'],
  'modules/consent': ['consents', 'consent_questions', 'suppressions', 'sending_settings'],
  'modules/templates': ['templates'],
  'modules/messages': [
    'conversations',
    'messages',
    'message_batches',
    'message_files',
    'reactions',
    'message_statuses',
    'message_revisions',
    'outbox',
    'attempts',
    'send_rates',
    'number_traffic',
    'number_settings',
    'portfolio_starts',
    'portfolio_usage',
    'channel_leases',
    'message_retention',
  ],
  'modules/inbox': ['message_search', 'inbox_conversations'],
  'modules/integrations': ['hooks', 'hook_deliveries'],
  'modules/operations': ['backups', 'upkeep_runs'],
  platform: ['event_counters', 'events', 'event_followers', 'request_counts', 'system_hold'],
};

/** Folder → the tables its store files may read besides its owner, each for a reason worth a line here. */
export const tableReaders: Readonly<Record<string, readonly string[]>> = {
  // A restore looks whether anybody lives in its target, whatever release that is of.
  'modules/operations': ['workspaces'],
};

/** Tables without a tenant, and why. Every other one is under forced row-level security. */
export const tablesWithoutTenant: Readonly<Record<string, string>> = {
  request_counts: 'requests are counted per address before anybody knows the workspace',
  sign_in_failures: 'wrong passwords are counted per address before anybody knows the workspace',
  system_hold: 'a restored installation is held as a whole',
  backups: 'a backup is of the whole installation',
  upkeep_runs: 'upkeep is work on the whole installation',
};
