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

-- What is not due yet waits as `scheduled` and takes its place in the order when it is.
alter table outbox drop constraint outbox_state_check;
alter table outbox add constraint outbox_state_check
  check (state in ('scheduled', 'queued', 'claimed', 'dispatched', 'unsure'));
create index outbox_scheduled on outbox (not_before) where state = 'scheduled';
create index outbox_present on outbox (workspace_id, channel_id, position) where state <> 'scheduled';

alter table outbox
  -- The caller's own deadline, which no reopened window moves; null: only the usual one.
  add column not_after timestamptz,
  -- 0 replies, 1 automations, 2 campaigns: a number serves the lower first.
  add column priority smallint not null default 0;
