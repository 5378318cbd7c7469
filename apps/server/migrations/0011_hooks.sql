-- Events out: where customers' systems want to be told, and what is still to be told.

create table hooks (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  url text not null,
  description text,
  event_types text[] not null,
  secret_encrypted text not null,
  state text not null check (state in ('enabled', 'disabled', 'failing')),
  -- Since when nothing has got through; null while all is well.
  failing_since timestamptz,
  last_problem text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
alter table hooks enable row level security;
alter table hooks force row level security;
create policy tenant on hooks using (workspace_id = (select renkei_workspace_id()));

-- One row for each event and hook. It stays until the other side has answered 2xx, and for a while after that.
create table hook_deliveries (                                        -- system scope
  workspace_id uuid not null,
  hook_id uuid not null,
  -- The same in every attempt and at every hook: receivers tell repeated deliveries by it.
  event_id uuid not null,
  event_type text not null,
  occurred_at timestamptz not null,
  payload jsonb not null,
  state text not null check (state in ('pending', 'delivered', 'given_up')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  -- The last answer's status, or why there was none.
  last_status integer,
  last_problem text,
  ended_at timestamptz,
  primary key (workspace_id, hook_id, event_id),
  foreign key (workspace_id, hook_id) references hooks on delete cascade
);
create index hook_deliveries_due on hook_deliveries (next_at) where state = 'pending';
create index hook_deliveries_newest on hook_deliveries (workspace_id, hook_id, occurred_at desc, event_id desc);
create index hook_deliveries_ended on hook_deliveries (workspace_id, ended_at) where ended_at is not null;
alter table hook_deliveries enable row level security;
alter table hook_deliveries force row level security;
create policy tenant_or_system on hook_deliveries
  using (workspace_id = (select renkei_workspace_id_in_scope()) or (select renkei_system_scope()));
