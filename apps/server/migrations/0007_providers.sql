-- Numbers at other providers than Meta itself, and numbers that move from one to another.

alter table channels
  -- What else the provider has to be told at each call and is no secret, such as Twilio's messaging service.
  add column provider_settings jsonb not null default '{}';

alter table media_uploads
  -- Whose id it is: provider and number. A number that has moved uploads its files again.
  add column place text not null default '';

-- Where a number was before it moved: what is still on its way there (statuses, messages, files) is taken.
create table former_connections (                                     -- system scope
  workspace_id uuid not null references workspaces,
  channel_id uuid not null,
  endpoint_id uuid not null,
  provider text not null,
  phone_number_id text not null,
  waba_id text not null,
  phone_number text not null,
  -- Sealed for the channel, as it was; files that customers sent before the move are fetched with it.
  access_token_encrypted text not null,
  proves_app_secret boolean not null,
  provider_settings jsonb not null,
  left_at timestamptz not null,
  primary key (workspace_id, channel_id, endpoint_id, phone_number_id),
  foreign key (workspace_id, channel_id) references channels (workspace_id, id),
  foreign key (workspace_id, endpoint_id) references webhook_endpoints (workspace_id, id)
);
create index former_connections_by_endpoint on former_connections (workspace_id, endpoint_id);
alter table former_connections enable row level security;
alter table former_connections force row level security;
create policy tenant_or_system on former_connections
  using (workspace_id = (select renkei_workspace_id_in_scope()) or (select renkei_system_scope()));
