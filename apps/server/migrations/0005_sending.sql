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

alter table outbox
  -- 0 replies, 1 automations, 2 campaigns: a number serves the lower first.
  add column priority smallint not null default 0;
