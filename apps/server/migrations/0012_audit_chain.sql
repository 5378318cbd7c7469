-- Each entry of the audit log carries the hash of the one before it, so that an entry that was changed or taken out shows.
-- A commit chains its entries last of all (deferred trigger): the row that is locked for it is then the last one that
-- anybody waits for, whatever else the transaction holds.

create table audit_heads (
  workspace_id uuid primary key,
  -- Of the newest entry.
  position bigint not null,
  hash bytea not null
);
alter table audit_heads enable row level security;
alter table audit_heads force row level security;
create policy tenant on audit_heads using (workspace_id = (select renkei_workspace_id()));

alter table audit_log
  -- From 1 in each workspace, without gaps, in the order of commits. Null only until the commit.
  add column position bigint,
  add column hash bytea;
create unique index audit_log_position on audit_log (workspace_id, position);

-- SHA-256 over the hash before and everything that the entry says.
create function renkei_audit_hash(before bytea, entry audit_log) returns bytea
  language sql immutable
  as $$ select sha256(coalesce(before, ''::bytea) || convert_to(json_build_array(
          entry.workspace_id, entry.position, entry.id, entry.member_id, entry.action, entry.subject_id, entry.detail,
          extract(epoch from entry.created_at))::text, 'UTF8')) $$;

-- As the owner of the log: the role that serves requests can neither change an entry nor say which is the newest.
create function renkei_chain_audit_entry() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  head audit_heads;
  entry audit_log;
begin
  insert into audit_heads (workspace_id, position, hash) values (new.workspace_id, 0, '') on conflict do nothing;
  select * into head from audit_heads where workspace_id = new.workspace_id for update;
  entry := new;
  entry.position := head.position + 1;
  entry.hash := renkei_audit_hash(head.hash, entry);
  update audit_log set position = entry.position, hash = entry.hash
    where workspace_id = entry.workspace_id and id = entry.id;
  update audit_heads set position = entry.position, hash = entry.hash where workspace_id = entry.workspace_id;
  return null;
end $$;

-- What is there already is chained in the order in which it was written.
alter table audit_log no force row level security;
alter table audit_heads no force row level security;
do $$
declare
  entry audit_log;
  head audit_heads;
begin
  for entry in select * from audit_log order by workspace_id, created_at, id loop
    if head.workspace_id is distinct from entry.workspace_id then
      head := row (entry.workspace_id, 0, ''::bytea);
    end if;
    entry.position := head.position + 1;
    entry.hash := renkei_audit_hash(head.hash, entry);
    update audit_log set position = entry.position, hash = entry.hash
      where workspace_id = entry.workspace_id and id = entry.id;
    head := row (entry.workspace_id, entry.position, entry.hash);
    insert into audit_heads values (head.*)
      on conflict (workspace_id) do update set position = excluded.position, hash = excluded.hash;
  end loop;
end $$;
alter table audit_log force row level security;
alter table audit_heads force row level security;

create constraint trigger audit_log_chain after insert on audit_log
  deferrable initially deferred for each row execute function renkei_chain_audit_entry();

-- Every place where the log is not what was written; of the tenant in scope, or of all for one who may see all.
create function renkei_verify_audit_chain()
  returns table (workspace_id uuid, "position" bigint, fault text)
  language sql stable
  as $$
  with entries as (
    select entry.workspace_id, entry.position, entry.hash, entry as whole,
           lag(entry.position, 1, 0::bigint) over chain as position_before,
           lag(entry.hash, 1, ''::bytea) over chain as hash_before
    from audit_log entry
    window chain as (partition by entry.workspace_id order by entry.position)
  )
  select entries.workspace_id, entries.position,
         case when entries.position is null then 'an entry that was never chained'
              when entries.position <> entries.position_before + 1 then 'entries before it were deleted'
              else 'it was changed, or what stood before it' end
  from entries
  where entries.position is null or entries.position <> entries.position_before + 1
     or entries.hash is distinct from renkei_audit_hash(entries.hash_before, entries.whole)
  union all
  select head.workspace_id, head.position, 'the newest entries were deleted'
  from audit_heads head
  where not exists (select from audit_log entry
                    where entry.workspace_id = head.workspace_id and entry.position = head.position
                      and entry.hash = head.hash)
  $$;
