-- What the health page lists and counts, each found by an index of its own.

alter table messages
  -- A person has left it as it is, failed or unconfirmed: nobody has to look at it any more.
  add column dismissed_at timestamptz;

-- Few of many: what nobody knows, and what did not go.
create index messages_unsettled on messages (workspace_id, state, shown_at desc, id desc)
  where direction = 'outbound' and state in ('unsure', 'unconfirmed', 'failed') and dismissed_at is null;

create index outbox_scheduled_by_channel on outbox (workspace_id, channel_id, not_before) where state = 'scheduled';
