-- Many messages that were queued by one call. Its messages name it in messages.batch_id.
create table message_batches (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  channel_id uuid not null,
  name text,
  origin text not null,
  idempotency_key text,
  created_by uuid,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (workspace_id, id)
);
create unique index message_batches_idempotency_key on message_batches (workspace_id, idempotency_key)
  where idempotency_key is not null;
create index message_batches_newest on message_batches (workspace_id, created_at desc, id desc);
alter table message_batches enable row level security;
alter table message_batches force row level security;
create policy tenant on message_batches using (workspace_id = (select renkei_workspace_id()));
