-- One class of sends may begin a turn before those that are more urgent, so that none waits for ever (decision 25). Within
-- a conversation the order stays as it was.

-- The next sends of a channel that are due, locked: `first_class` before the others, which go by priority; of each
-- conversation the first alone. What stands behind
-- another is marked, so that a long queue of one customer is read once, and what waits for a time is put off until then.
-- Every statement sees what is true since the one before has locked its rows. Plans are made anew each time: one from when
-- the queue was short reads a long one from end to end.
create function renkei_take_due(
  workspace uuid, channel uuid, at timestamptz, wanted integer, wait_ms integer, first_class smallint)
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
    select array_agg(due.message_id
      order by class.priority <> first_class, class.priority, due.not_before, due.position) into looked
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

-- As the release before asks: replies, automations, campaigns.
create or replace function renkei_take_due(
  workspace uuid, channel uuid, at timestamptz, wanted integer, wait_ms integer)
returns uuid[] language sql volatile as $$
  select renkei_take_due(workspace, channel, at, wanted, wait_ms, 0::smallint)
$$;
