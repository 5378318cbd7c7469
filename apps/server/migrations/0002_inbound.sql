-- Everything that a webhook can say of a message: where its writer came from, who wrote it in a group, edits and
-- revokes, calls; what the account tells, typed; what people decide about marketing.

-- A group is a contact that nobody can dial: known by the provider's id of the group.
alter table identities drop constraint identities_kind_check;
alter table identities add constraint identities_kind_check
  check (kind in ('phone', 'wa_id', 'business_scoped_user_id', 'group_id'));

alter table conversations add column recipient_group_id text;

alter table messages
  -- More than five times; `forwarded` is then true as well.
  add column forwarded_often boolean not null default false,
  -- The advertisement or post, the product, the member of the group: as the API gives them.
  add column referral jsonb,
  add column referred_product jsonb,
  add column participant jsonb,
  -- Of a message that was edited: what it said at first, and every text that was replaced, oldest first.
  add column original_content jsonb,
  add column earlier_versions jsonb,
  add column revoked_at timestamptz;

-- Edits and revokes as they were told, once each, whether we have their message or not. What a message says is a pure
-- function of its first content and these rows. Of a message that was taken back no text is kept here.
create table message_revisions (
  workspace_id uuid not null,
  channel_id uuid not null,
  provider_message_id text not null,
  target_provider_message_id text not null,
  -- Only who wrote a message may change it.
  by_business boolean not null,
  change text not null check (change in ('edit', 'revoke')),
  text text,
  revised_at timestamptz not null,
  created_at timestamptz not null,
  primary key (workspace_id, channel_id, provider_message_id)
);
create index message_revisions_by_target on message_revisions (workspace_id, channel_id, target_provider_message_id);

-- In a group each member reacts for themselves. '' is the one customer of a chat, or the business.
alter table reactions
  add column participant text not null default '',
  drop constraint reactions_pkey,
  add primary key (workspace_id, channel_id, target_provider_message_id, author, participant);

-- In a group each member has a status of their own; `recipient` is that member.
alter table message_statuses add column group_id text;

-- What the account told, in our words: a kind of packages/contract/src/account-events, with its data. Null where we know
-- no kind for it; the value as received stays.
alter table account_events
  add column kind text,
  add column severity text not null default 'info' check (severity in ('info', 'success', 'warning', 'critical')),
  add column data jsonb;
create index account_events_recent on account_events (workspace_id, occurred_at desc, id desc);

-- What a person decided in WhatsApp about marketing, the latest of each category.
create table marketing_preferences (
  workspace_id uuid not null,
  contact_id uuid not null,
  channel_id uuid not null,
  category text not null,
  choice text not null check (choice in ('stop', 'resume', 'signup')),
  decided_at timestamptz not null,
  primary key (workspace_id, contact_id, channel_id, category),
  foreign key (workspace_id, contact_id) references contacts
);

alter table templates
  add column quality text not null default 'UNKNOWN',
  add column status_reason text,
  -- The provider's time of what was told last; what is older changes nothing.
  add column told_at timestamptz;

alter table channels
  add column messaging_limit text,
  add column display_name_status text;

create or replace view inbox_conversations with (security_invoker = true) as
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
         member.name as assignee_name,
         conversation.recipient_group_id
  from conversations conversation
  join contacts contact on contact.workspace_id = conversation.workspace_id and contact.id = conversation.contact_id
  join channels channel on channel.workspace_id = conversation.workspace_id and channel.id = conversation.channel_id
  left join messages message
    on message.workspace_id = conversation.workspace_id and message.id = conversation.last_message_id
  left join members member
    on member.workspace_id = conversation.workspace_id and member.id = conversation.assignee_id;

do $$
declare
  name text;
begin
  foreach name in array array['message_revisions', 'marketing_preferences'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I using (workspace_id = (select renkei_workspace_id()))', name);
  end loop;
end $$;
