-- The foundation: tenants and people, channels, raw events, contacts, conversations, messages, sends, media, events.
--
-- Every tenant-owned table carries workspace_id first in its primary key and is under forced row-level security.
-- The application role is neither owner nor BYPASSRLS (see src/platform/database/roles.ts). A transaction names its
-- tenant in renkei.workspace_id; without it every statement fails. Three kinds of work cannot know the tenant
-- beforehand (queues, webhook endpoints, sign-in by e-mail): they run in the system scope, which only the tables
-- marked "system scope" admit.

create function renkei_workspace_id() returns uuid
  language sql stable parallel safe
  as $$ select current_setting('renkei.workspace_id')::uuid $$;

create function renkei_system_scope() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('renkei.scope', true), '') = 'system' $$;

-- For tables that admit the system scope: no tenant there, and an error where neither is given. One value, because a
-- parallel plan works out both arms of a condition beforehand.
create function renkei_workspace_id_in_scope() returns uuid
  language sql stable parallel safe
  as $$ select case when renkei_system_scope() then null else renkei_workspace_id() end $$;

-- Tenants and people ---------------------------------------------------------------------------------------------

create table workspaces (                                             -- system scope
  workspace_id uuid primary key,
  name text not null,
  created_at timestamptz not null
);

create table members (                                                -- system scope
  workspace_id uuid not null references workspaces,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'agent')),
  password_hash text,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id)
);
create unique index members_email on members (workspace_id, email) where removed_at is null;
create index members_by_email on members (email) where removed_at is null;

create table sessions (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_hash bytea not null,
  user_agent text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, member_id) references members on delete cascade
);

create table sign_in_links (
  workspace_id uuid not null,
  token_hash bytea not null,
  member_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, token_hash),
  foreign key (workspace_id, member_id) references members on delete cascade
);

create table invitations (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'agent')),
  token_hash bytea not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash)
);

-- Wrong passwords, counted per address, so that guessing is slowed down across processes. Not tenant data.
create table sign_in_failures (
  email text primary key,
  failures integer not null,
  first_failed_at timestamptz not null
);

create table audit_log (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid,
  action text not null,
  subject_id text,
  detail jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

-- Channels -------------------------------------------------------------------------------------------------------

create table webhook_endpoints (                                      -- system scope
  workspace_id uuid not null references workspaces,
  id uuid not null unique,
  provider text not null,
  app_secret_encrypted text not null,
  verify_token_encrypted text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create table channels (                                               -- system scope
  workspace_id uuid not null references workspaces,
  id uuid not null,
  provider text not null,
  name text not null,
  phone_number_id text not null,
  waba_id text not null,
  phone_number text not null,
  display_phone_number text not null,
  endpoint_id uuid not null,
  access_token_encrypted text not null,
  -- Whether every call must prove the app secret: only for apps that demand it, a wrong proof is refused by all.
  proves_app_secret boolean not null default false,
  state text not null check (state in ('connected', 'token_expired', 'restricted', 'disconnected')),
  state_reason jsonb,
  state_since timestamptz not null,
  quality_rating text,
  messages_per_second integer not null,
  created_at timestamptz not null,
  disconnected_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, endpoint_id) references webhook_endpoints (workspace_id, id)
);
create unique index channels_phone_number_id on channels (provider, phone_number_id) where disconnected_at is null;
create index channels_by_endpoint on channels (workspace_id, endpoint_id);

create table templates (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  waba_id text not null,
  provider_template_id text not null,
  name text not null,
  language text not null,
  category text not null,
  status text not null,
  components jsonb not null,
  parameter_format text not null,
  synced_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, waba_id, name, language)
);

-- Intake ---------------------------------------------------------------------------------------------------------
-- raw_events is append-only and partitioned by day of arrival; the job row beside it is what the workers claim.
-- `id` is the order of arrival.

create sequence raw_event_id;

create table raw_events (                                             -- system scope
  workspace_id uuid not null,
  received_at timestamptz not null,
  id bigint not null,
  endpoint_id uuid not null,
  body bytea not null,
  primary key (workspace_id, received_at, id)
) partition by range (received_at);
-- Catches what comes on a day nobody made a partition for.
create table raw_events_default partition of raw_events default;
alter table raw_events_default enable row level security;
alter table raw_events_default force row level security;

-- Makes the partition of one day (UTC), for the application role, which owns nothing. False: it was there already, or
-- the day has begun in the default partition and stays there. Attaching locks no writer out, unlike "partition of".
-- A partition has row-level security without any policy: its rows are reached through raw_events or not at all.
create function renkei_create_raw_event_partition(day date) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp set lock_timeout = '2s'
  as $$
declare
  name text := 'raw_events_' || to_char(day, 'YYYYMMDD');
begin
  if to_regclass('public.' || name) is not null then return false; end if;
  execute format('create table public.%I (like public.raw_events including defaults including constraints)', name);
  execute format('alter table public.%I enable row level security', name);
  execute format('alter table public.%I force row level security', name);
  execute format(
    'alter table public.raw_events attach partition public.%I for values from (%L) to (%L)',
    name, day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  return true;
exception
  when duplicate_table or check_violation then return false;
end $$;
select renkei_create_raw_event_partition((now() at time zone 'UTC')::date + ahead) from generate_series(0, 2) ahead;

create table raw_event_jobs (                                         -- system scope
  workspace_id uuid not null,
  raw_event_id bigint not null,
  received_at timestamptz not null,
  attempts integer not null default 0,
  run_at timestamptz not null,
  quarantined_at timestamptz,
  reason text,
  primary key (workspace_id, raw_event_id)
);
create index raw_event_jobs_due on raw_event_jobs (workspace_id, raw_event_id) where quarantined_at is null;
create index raw_event_jobs_quarantined on raw_event_jobs (workspace_id, raw_event_id desc) where quarantined_at is not null;

create table account_events (
  workspace_id uuid not null,
  id uuid not null,
  dedup_key bytea not null,
  field text not null,
  event text,
  channel_id uuid,
  waba_id text,
  value jsonb not null,
  raw_event_id bigint not null,
  occurred_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, dedup_key)
);

-- Contacts -------------------------------------------------------------------------------------------------------

create table contacts (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  given_name text,
  profile_name text,
  username text,
  -- The provider's time of the event that told the profile name and username: a later one wins, in whatever order they come.
  profile_seen_at timestamptz,
  note text not null default '',
  created_at timestamptz not null,
  -- The contact that this one was found to be. Rows that point elsewhere are kept so that old ids still lead somewhere.
  merged_into uuid,
  primary key (workspace_id, id)
);

create table identities (
  workspace_id uuid not null,
  kind text not null check (kind in ('phone', 'wa_id', 'business_scoped_user_id')),
  value text not null,
  contact_id uuid not null,
  -- A number changes hands: what the provider tells about it from before `owned_since` is somebody else's, and after
  -- `released_at` whoever comes with it next owns it. Null: always, not yet.
  owned_since timestamptz,
  released_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, kind, value),
  foreign key (workspace_id, contact_id) references contacts
);
create index identities_by_contact on identities (workspace_id, contact_id);

-- Conversations and messages -------------------------------------------------------------------------------------

create table conversations (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  assignee_id uuid,
  unread_count integer not null default 0,
  -- Exactly as the provider named the customer last: replies go there.
  recipient_phone text,
  recipient_user_id text,
  -- The provider's time of the event that named them; null: a member did.
  recipient_seen_at timestamptz,
  last_inbound_at timestamptz,
  last_inbound_provider_message_id text,
  window_closes_at timestamptz,
  last_message_id uuid,
  last_message_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, channel_id, contact_id)
);
create index conversations_recent on conversations (workspace_id, last_message_at desc nulls last, id desc);
create index conversations_by_contact on conversations (workspace_id, contact_id);

create table messages (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  conversation_id uuid not null,
  channel_id uuid not null,
  contact_id uuid not null,
  direction text not null check (direction in ('inbound', 'outbound', 'echo')),
  kind text not null,
  content jsonb not null,
  preview text not null,
  state text not null,
  failure jsonb,
  provider_message_id text,
  provider_at timestamptz,
  -- The order of a thread: the provider's time (ours for outbound), then arrival.
  shown_at timestamptz not null,
  arrival bigint not null,
  reply_to_provider_message_id text,
  forwarded boolean not null default false,
  media_id uuid,
  sender_member_id uuid,
  idempotency_key text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create sequence message_arrival;
create unique index messages_provider_message_id
  on messages (workspace_id, channel_id, provider_message_id) where provider_message_id is not null;
create unique index messages_idempotency_key on messages (workspace_id, idempotency_key) where idempotency_key is not null;
create index messages_thread on messages (workspace_id, conversation_id, shown_at desc, arrival desc);
create index messages_by_media on messages (workspace_id, media_id) where media_id is not null;

create table reactions (
  workspace_id uuid not null,
  channel_id uuid not null,
  target_provider_message_id text not null,
  author text not null check (author in ('contact', 'business')),
  -- null: taken back. The row stays so that an older reaction arriving late does not come back to life.
  emoji text,
  reacted_at timestamptz not null,
  primary key (workspace_id, channel_id, target_provider_message_id, author)
);

-- Every status ever told, once. Shown progress is a pure function of these rows.
create table message_statuses (
  workspace_id uuid not null,
  channel_id uuid not null,
  provider_message_id text not null,
  status text not null,
  recipient text not null,
  attempt_key text,
  provider_at timestamptz not null,
  errors jsonb,
  pricing jsonb,
  created_at timestamptz not null,
  primary key (workspace_id, channel_id, provider_message_id, status, recipient)
);
create index message_statuses_by_attempt on message_statuses (workspace_id, attempt_key) where attempt_key is not null;

-- Sends ----------------------------------------------------------------------------------------------------------
-- outbox holds what is not finished; attempts holds every call that may have reached the provider.
-- One process at a time dispatches a channel: it holds channel_leases, whose fence every claim carries.

create table outbox (                                                 -- system scope
  workspace_id uuid not null,
  message_id uuid not null,
  channel_id uuid not null,
  conversation_id uuid not null,
  recipient text not null,
  state text not null check (state in ('queued', 'claimed', 'dispatched', 'unsure')),
  position bigint not null,
  attempts integer not null default 0,
  -- The attempt that is under way or unsure: the fencing token of whatever is learned about it.
  attempt_key text,
  not_before timestamptz not null,
  deadline_at timestamptz not null,
  hold_reason text,
  fence bigint not null default 0,
  unsure_since timestamptz,
  primary key (workspace_id, message_id)
);
create sequence outbox_position;
create index outbox_queue on outbox (workspace_id, channel_id, position);
create index outbox_by_conversation on outbox (workspace_id, conversation_id, position);
create index outbox_by_attempt on outbox (workspace_id, attempt_key) where attempt_key is not null;
create index outbox_deadlines on outbox (workspace_id, channel_id, deadline_at) where state = 'queued';

create table attempts (
  workspace_id uuid not null,
  attempt_key text not null,
  message_id uuid not null,
  channel_id uuid not null,
  state text not null check (state in ('dispatched', 'accepted', 'rejected', 'unsure')),
  provider_message_id text,
  error jsonb,
  dispatched_at timestamptz not null,
  answered_at timestamptz,
  primary key (workspace_id, attempt_key)
);
create index attempts_by_message on attempts (workspace_id, message_id);
create index attempts_by_channel on attempts (workspace_id, channel_id, dispatched_at);

create table send_rates (                                             -- system scope
  workspace_id uuid not null,
  channel_id uuid not null,
  -- '' is the number itself, otherwise the recipient of the pair.
  recipient text not null,
  tokens double precision not null,
  refilled_at timestamptz not null,
  held_until timestamptz,
  strikes integer not null default 0,
  primary key (workspace_id, channel_id, recipient)
);

create table channel_leases (                                         -- system scope
  workspace_id uuid not null,
  channel_id uuid not null,
  owner uuid not null,
  fence bigint not null,
  lease_until timestamptz not null,
  primary key (workspace_id, channel_id)
);

-- Media ----------------------------------------------------------------------------------------------------------

create table media (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  state text not null check (state in ('pending', 'stored', 'failed')),
  kind text not null,
  mime_type text not null,
  size_bytes bigint,
  sha256 text,
  file_name text,
  width integer,
  height integer,
  duration_ms integer,
  thumbnail_sha256 text,
  failure_reason text,
  channel_id uuid,
  provider_media_id text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index media_provider_media_id on media (workspace_id, channel_id, provider_media_id) where provider_media_id is not null;

-- The provider's id of a file of ours, so that the same bytes are uploaded to a number once.
create table media_uploads (
  workspace_id uuid not null,
  channel_id uuid not null,
  media_id uuid not null,
  provider_media_id text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, channel_id, media_id)
);

-- Search ---------------------------------------------------------------------------------------------------------

create table message_search (
  workspace_id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  shown_at timestamptz not null,
  text_normalised text not null,
  -- Pairs of characters, made by the product: works for Japanese, needs no extension and no locale.
  bigrams tsvector not null,
  primary key (workspace_id, message_id)
);
create index message_search_bigrams on message_search using gin (bigrams);


-- Events ---------------------------------------------------------------------------------------------------------
-- Numbered per workspace under a row lock held to the commit, so that numbers become visible in order and without gaps.

create table event_counters (                                         -- system scope
  workspace_id uuid primary key references workspaces,
  last_number bigint not null
);

create table events (
  workspace_id uuid not null,
  number bigint not null,
  type text not null,
  data jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, number)
);
create index events_by_age on events (created_at);

-- How far each follower (a module that reacts to events in its own time) has come.
create table event_followers (
  workspace_id uuid not null references workspaces,
  name text not null,
  last_number bigint not null,
  primary key (workspace_id, name)
);

-- The inbox's read model: what a row of the conversation list shows, joined over the tables of four modules.
create view inbox_conversations with (security_invoker = true) as
  select conversation.workspace_id, conversation.id, conversation.channel_id, conversation.contact_id,
         conversation.state, conversation.assignee_id, conversation.unread_count, conversation.last_inbound_at,
         conversation.window_closes_at, conversation.last_message_at,
         message.id as message_id, message.direction as message_direction, message.kind as message_kind,
         message.preview as message_preview, message.state as message_state, message.shown_at as message_shown_at,
         contact.given_name, contact.profile_name, contact.username,
         (select '+' || identity.value from identities identity
          where identity.workspace_id = conversation.workspace_id and identity.contact_id = conversation.contact_id
            and identity.kind in ('wa_id', 'phone')
          order by identity.created_at desc limit 1) as phone_number,
         conversation.recipient_user_id,
         channel.name as channel_name, channel.display_phone_number as channel_display_phone_number,
         member.name as assignee_name
  from conversations conversation
  join contacts contact on contact.workspace_id = conversation.workspace_id and contact.id = conversation.contact_id
  join channels channel on channel.workspace_id = conversation.workspace_id and channel.id = conversation.channel_id
  left join messages message
    on message.workspace_id = conversation.workspace_id and message.id = conversation.last_message_id
  left join members member
    on member.workspace_id = conversation.workspace_id and member.id = conversation.assignee_id;

-- Row-level security ---------------------------------------------------------------------------------------------

do $$
declare
  tenant_tables text[] := array[
    'sessions', 'sign_in_links', 'invitations', 'audit_log', 'templates', 'account_events', 'contacts', 'identities',
    'conversations', 'messages', 'reactions', 'message_statuses', 'attempts', 'media', 'media_uploads',
    'message_search', 'events', 'event_followers'];
  system_tables text[] := array[
    'workspaces', 'members', 'webhook_endpoints', 'channels', 'raw_events', 'raw_event_jobs', 'outbox', 'send_rates',
    'channel_leases', 'event_counters'];
  name text;
begin
  foreach name in array tenant_tables || system_tables loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array tenant_tables loop
    execute format('create policy tenant on %I using (workspace_id = (select renkei_workspace_id()))', name);
  end loop;
  foreach name in array system_tables loop
    execute format(
      'create policy tenant_or_system on %I using (workspace_id = (select renkei_workspace_id_in_scope()) or (select renkei_system_scope()))',
      name);
  end loop;
end $$;
