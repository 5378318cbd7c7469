-- What a send is asked with: by whom, for what, when, how urgently; what the gate said; and how the dispatcher orders it.

alter table messages
  -- Through which door it came: inbox, api, automation, assistant or campaign.
  add column origin text,
  -- What it is for: service, utility, authentication or marketing. Consent is asked by it.
  add column purpose text,
  -- What the gate said when it was asked last, with the version of every rule that had something to say.
  add column verdict jsonb,
  -- Not before; null: as soon as possible.
  add column send_at timestamptz,
  -- Messages of one sequence reach the customer in their order: the next waits until this one is delivered.
  add column waits_for_delivery boolean not null default false,
  -- Enqueued together by one caller.
  add column batch_id uuid;
create index messages_by_batch on messages (workspace_id, batch_id) where batch_id is not null;

-- What is not due yet waits as `scheduled` and takes its place in the order when it is. What has been accepted and is to be
-- delivered before the next of its conversation goes is `awaiting` that.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
  check (state in ('scheduled', 'queued', 'claimed', 'dispatched', 'unsure', 'awaiting'));
create index outbox_scheduled on outbox (not_before) where state = 'scheduled';
create index outbox_present on outbox (workspace_id, channel_id, position) where state <> 'scheduled';

alter table outbox
  -- The caller's own deadline, which no reopened window moves; null: only the usual one.
  add column not_after timestamptz,
  -- 0 replies, 1 automations, 2 campaigns: a number serves the lower first.
  add column priority smallint not null default 0,
  -- Of a sequence: see messages.waits_for_delivery and sending_settings.
  add column waits_for_delivery boolean not null default false,
  -- Of `awaiting`.
  add column accepted_at timestamptz,
  -- Held for a reason of its own until not_before: others of its conversation may pass it meanwhile.
  add column yields boolean not null default false,
  -- Known to stand behind another of its conversation, and not looked at until one of those has left. Whoever sets it
  -- holds the one before for key share, so that its leaving (see below) cannot be missed.
  add column behind boolean not null default false;

drop index outbox_queue;
drop index outbox_by_conversation;
-- What may go, in the order in which it is looked at.
create index outbox_due on outbox (workspace_id, channel_id, priority, not_before, position)
  where state = 'queued' and not behind;
-- The order within a conversation; what is under way in it; and what a leaving one lets go.
create index outbox_order on outbox (workspace_id, conversation_id, priority, position);
create index outbox_under_way on outbox (workspace_id, conversation_id)
  where state in ('claimed', 'dispatched', 'unsure', 'awaiting');
create index outbox_behind on outbox (workspace_id, conversation_id, priority, position)
  where state = 'queued' and (behind or hold_reason = 'order');
create index outbox_open on outbox (workspace_id, channel_id, state) where state in ('unsure', 'awaiting');

-- The next of these conversations is looked at again.
-- Of these, each is read in the order of an index and ends after one row. A planner that has seen the table empty
-- would rather sort all of it.
create function renkei_release_next(workspace uuid, conversations uuid[]) returns void
language sql set enable_sort = off as $$
  update outbox released set behind = false,
    not_before = case when released.hold_reason = 'order' then to_timestamp(0) else released.not_before end
  from unnest(conversations) conversation (id)
  cross join lateral (
    select message_id from outbox
    where workspace_id = workspace and conversation_id = conversation.id
      and state = 'queued' and (behind or hold_reason = 'order')
    order by priority, position limit 1) next
  where released.workspace_id = workspace and released.message_id = next.message_id
$$;

-- Whether what is queued now stands behind another of its conversation, which is held then.
create function renkei_stands_behind(workspace uuid, conversation uuid, of_priority smallint) returns boolean
language sql volatile set enable_sort = off as $$
  select exists (
    select from (
      select message_id from outbox
      where workspace_id = workspace and conversation_id = conversation and priority <= of_priority
        and state = 'queued' and not yields
      order by priority, position limit 1 for key share skip locked) earlier)
$$;

-- When the next of a channel that stands behind nobody is due; null: there is none.
create function renkei_next_due(workspace uuid, channel uuid) returns timestamptz
language sql volatile set enable_sort = off as $$
  select min(first.not_before)
  from (values (0::smallint), (1::smallint), (2::smallint)) class (priority) cross join lateral (
    select not_before from outbox
    where workspace_id = workspace and channel_id = channel and state = 'queued' and not behind
      and priority = class.priority
    order by not_before, position limit 1) first
$$;

-- The next sends of a channel that are due, locked: by priority, of each conversation the first alone. What stands behind
-- another is marked, so that a long queue of one customer is read once, and what waits for a time is put off until then.
-- Every statement sees what is true since the one before has locked its rows. Plans are made anew each time: one from when
-- the queue was short reads a long one from end to end.
create function renkei_take_due(workspace uuid, channel uuid, at timestamptz, wanted integer, wait_ms integer)
returns uuid[] language plpgsql set enable_sort = off set plan_cache_mode = force_custom_plan as $$
declare
  -- Rows looked at beyond those wanted: some of them stand behind others.
  spare constant integer := 16;
  free uuid[] := '{}';
  looked uuid[];
  found uuid[];
  waiting uuid[];
  waiting_until timestamptz[];
  standing uuid[];
  blockers uuid[];
  changed integer;
begin
  for look in 1..8 loop
    -- `no key update`: who stands behind one of these may hold it for key share meanwhile.
    select array_agg(due.message_id order by class.priority, due.not_before, due.position) into looked
    from (values (0::smallint), (1::smallint), (2::smallint)) class (priority)
    cross join lateral (
      select message_id, not_before, position from outbox
      where workspace_id = workspace and channel_id = channel and state = 'queued' and not behind
        and priority = class.priority and not_before <= at and message_id <> all(free)
      order by not_before, position limit wanted - cardinality(free) + spare for no key update skip locked) due;
    exit when looked is null;

    select coalesce(array_agg(place.message_id order by place.number) filter (where blocker.message_id is null), '{}'),
      array_agg(place.message_id) filter (where blocker.until is not null),
      array_agg(blocker.until) filter (where blocker.until is not null),
      array_agg(place.message_id) filter (where blocker.message_id is not null and blocker.until is null),
      array_agg(blocker.message_id) filter (where blocker.message_id is not null and blocker.until is null)
    into found, waiting, waiting_until, standing, blockers
    from unnest(looked) with ordinality place (message_id, number)
    cross join lateral (
      select conversation_id, priority, position from outbox
      where workspace_id = workspace and message_id = place.message_id limit 1) o
    left join lateral (
      (select u.message_id,
         case when u.state in ('unsure', 'awaiting')
           then coalesce(u.accepted_at, u.unsure_since) + wait_ms * interval '1 millisecond' end as until
       from outbox u
       where u.workspace_id = workspace and u.conversation_id = o.conversation_id
         and u.state in ('claimed', 'dispatched', 'unsure', 'awaiting')
         and (u.state in ('claimed', 'dispatched')
           or coalesce(u.accepted_at, u.unsure_since) > at - wait_ms * interval '1 millisecond')
       limit 1)
      union all
      (select e.message_id, null from outbox e
       where e.workspace_id = workspace and e.conversation_id = o.conversation_id
         and (e.priority, e.position) < (o.priority, o.position) and e.state = 'queued'
         and not (e.yields and e.not_before > at)
       order by e.priority, e.position limit 1)
      limit 1) blocker on true;
    free := free || found;

    changed := 0;
    if waiting is not null then
      update outbox set hold_reason = 'order',
        not_before = greatest(not_before, waiting_until[array_position(waiting, message_id)])
      where workspace_id = workspace and message_id = any(waiting);
      changed := cardinality(waiting);
    end if;
    if standing is not null then
      -- Only behind one that is held here: its leaving then waits for this transaction, and lets the next go after it.
      with before as (
        select message_id from outbox where workspace_id = workspace and message_id = any(blockers)
        for key share skip locked)
      update outbox set behind = true
      where workspace_id = workspace and message_id = any(standing)
        and blockers[array_position(standing, message_id)] in (select message_id from before);
      changed := changed + cardinality(standing);
    end if;
    exit when cardinality(free) >= wanted or changed = 0;
  end loop;
  return free[1:wanted];
end $$;

create function renkei_outbox_left() returns trigger language plpgsql as $$
declare
  of_workspace record;
begin
  for of_workspace in
    select workspace_id, array_agg(distinct conversation_id) as conversations from gone group by workspace_id
  loop
    perform renkei_release_next(of_workspace.workspace_id, of_workspace.conversations);
  end loop;
  return null;
end $$;
create trigger outbox_left after delete on outbox referencing old table as gone
  for each statement execute function renkei_outbox_left();

alter table send_rates
  -- The share of the rate that is used since the provider found it too much; it grows again by itself.
  add column share double precision not null default 1,
  add column slowed_at timestamptz,
  -- How much of number_traffic has been counted.
  add column received_seen bigint not null default 0;

-- Messages that came in use up the rate of a number as well.
create table number_traffic (
  workspace_id uuid not null,
  channel_id uuid not null,
  received bigint not null default 0,
  primary key (workspace_id, channel_id)
);

-- How a person wants a number to send; without a row: as the provider allows.
create table number_settings (
  workspace_id uuid not null,
  channel_id uuid not null,
  -- Instead of what the provider tells; never more than a coexistence number may.
  messages_per_second integer check (messages_per_second between 1 and 1000),
  -- Every message waits until the one before it was delivered.
  waits_for_delivery boolean not null default false,
  -- Campaign messages of which nobody knows are sent once more by themselves.
  requeues_unconfirmed boolean not null default false,
  changed_at timestamptz not null,
  primary key (workspace_id, channel_id)
);

alter table channels
  -- The business portfolio that owns the account; its numbers share one messaging limit. Null: not told.
  add column portfolio_id text;

-- Whom a portfolio has begun with in the last 24 hours: templates outside the customer service window.
create table portfolio_starts (
  workspace_id uuid not null,
  portfolio_id text not null,
  recipient text not null,
  started_at timestamptz not null,
  message_id uuid not null,
  primary key (workspace_id, portfolio_id, recipient)
);
create index portfolio_starts_oldest on portfolio_starts (workspace_id, portfolio_id, started_at);
create index portfolio_starts_by_message on portfolio_starts (workspace_id, message_id);
create table portfolio_usage (
  workspace_id uuid not null,
  portfolio_id text not null,
  -- How many of portfolio_starts there are; whoever changes them holds this row.
  started integer not null default 0,
  -- The start after which places are promised to messages that wait; null: none waits.
  promised_until timestamptz,
  primary key (workspace_id, portfolio_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['number_traffic', 'number_settings', 'portfolio_starts', 'portfolio_usage'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I using (workspace_id = (select renkei_workspace_id()))', name);
  end loop;
end $$;
