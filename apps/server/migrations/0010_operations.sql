-- Operating it: the hold that keeps a restored system to itself, what was backed up and when, and regular upkeep.

-- While a row is here nothing leaves this system: no send, no receipt, no download, no job that reaches outside. Put here
-- in the transaction that restores a backup, or by an operator; taken away by `renkei release` only.
create table if not exists system_hold (                                            -- system scope
  only_row boolean primary key default true check (only_row),
  reason text not null check (reason in ('restored', 'operator')),
  -- Of what was restored: whatever was queued then may have been sent since.
  backup_taken_at timestamptz,
  since timestamptz not null
);

create function renkei_is_held() returns boolean
  language sql stable parallel safe
  as $$ select exists (select from system_hold) $$;

-- Backups that were made by this system, and when each was last proved by restoring it.
create table backups (                                                -- system scope
  id uuid primary key,
  kind text not null check (kind in ('manual', 'scheduled', 'upgrade')),
  file_name text not null,
  size_bytes bigint not null,
  taken_at timestamptz not null,
  verified_at timestamptz
);
create index backups_recent on backups (taken_at desc);

-- Work that one process at a time does now and then: who is at it, and when it was done last.
create table upkeep_runs (                                            -- system scope
  name text primary key,
  lease_until timestamptz not null,
  finished_at timestamptz,
  -- Of the last run: how many rows, partitions or files it took away.
  removed bigint not null default 0
);

-- Drops the partition of one day (UTC), for the application role, which owns nothing. False: there is none, an event of
-- that day still waits or is in quarantine, or writers are busy and it is tried again later.
create function renkei_drop_raw_event_partition(day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp set lock_timeout = '200ms'
  as $$
declare
  name text := 'raw_events_' || to_char(day, 'YYYYMMDD');
begin
  if to_regclass('public.' || name) is null then return false; end if;
  if exists (select from public.raw_event_jobs
             where received_at >= day::timestamp at time zone 'UTC'
               and received_at < (day + 1)::timestamp at time zone 'UTC') then return false; end if;
  execute format('drop table public.%I', name);
  return true;
exception
  when lock_not_available then return false;
end $$;

-- For work on every workspace, one after the other. In the system scope.
create function renkei_workspace_ids() returns setof uuid
  language sql stable
  as $$ select workspace_id from workspaces $$;

-- How long the messages of a workspace are kept; without a row: for ever.
create table message_retention (                                      -- system scope
  workspace_id uuid not null references workspaces,
  keep_days integer not null check (keep_days between 1 and 36500),
  changed_at timestamptz not null,
  primary key (workspace_id)
);
alter table message_retention enable row level security;
alter table message_retention force row level security;
create policy tenant_or_system on message_retention
  using (workspace_id = (select renkei_workspace_id_in_scope()) or (select renkei_system_scope()));

-- Of a message that is gone nothing is found any more.
create function renkei_forget_in_search() returns trigger
  language plpgsql as $$
begin
  delete from message_search found using gone
  where found.workspace_id = gone.workspace_id and found.message_id = gone.id;
  return null;
end $$;
create trigger messages_forgotten after delete on messages referencing old table as gone
  for each statement execute function renkei_forget_in_search();
