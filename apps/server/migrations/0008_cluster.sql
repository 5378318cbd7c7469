-- Several processes share one installation: workers share the events of a workspace, and all count requests together.

alter table raw_event_jobs
  -- 1…16: the events of a number, which are worked off one after the other, beside those of other lanes. 0: it concerns
  -- several numbers or the account, or was stored by the release before: after all before it, before all after it.
  add column lane smallint not null default 0;
drop index raw_event_jobs_due;
create index raw_event_jobs_by_lane on raw_event_jobs (workspace_id, lane, raw_event_id) where quarantined_at is null;

-- Requests of an address within a minute, counted before anybody knows a workspace. After a crash it may be empty.
create unlogged table request_counts (
  key text not null,
  minute bigint not null,
  requests integer not null,
  primary key (key, minute)
);

alter table request_counts enable row level security;
alter table request_counts force row level security;
create policy system on request_counts using ((select renkei_system_scope()));
