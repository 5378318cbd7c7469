-- What has to be watched from outside before it becomes trouble.

alter table channels
  -- When the access token runs out, as the provider told it when the token was read last; null: never, or not told.
  add column token_expires_at timestamptz,
  -- Of a number that is also in the WhatsApp Business app: when the app last showed that somebody uses it.
  add column business_app_seen_at timestamptz;

-- What the last look at each workspace's audit log found.
create table audit_checks (                                            -- system scope
  workspace_id uuid primary key references workspaces,
  checked_at timestamptz not null,
  -- Places where the log is not what was written; 0: it is whole.
  faults integer not null
);
alter table audit_checks enable row level security;
alter table audit_checks force row level security;
create policy tenant_or_system on audit_checks
  using (workspace_id = (select renkei_workspace_id_in_scope()) or (select renkei_system_scope()));
