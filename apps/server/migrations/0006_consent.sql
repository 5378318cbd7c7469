-- What people agreed to be sent and what they stopped; what the provider keeps from them; by which rules a workspace sends.

-- The ledger: one row for each time somebody decided, never changed. Who decided last of what is read from it.
create table consents (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- Follows the contact when it is found to be another one; nothing else of a row ever changes.
  contact_id uuid not null,
  purpose text not null check (purpose in ('marketing', 'utility', 'all')),
  decision text not null check (decision in ('opt_in', 'opt_out')),
  source text not null,
  evidence text not null default '',
  wording text not null default '',
  channel_id uuid,
  message_id uuid,
  member_id uuid,
  decided_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts
);
create index consents_by_contact on consents (workspace_id, contact_id, purpose, decided_at desc);
-- The same message, read twice, says it once.
create unique index consents_by_message on consents (workspace_id, message_id, purpose) where message_id is not null;

-- What a person was asked and has not answered yet.
create table consent_questions (
  workspace_id uuid not null,
  contact_id uuid not null,
  purpose text not null check (purpose in ('marketing', 'utility', 'all')),
  wording text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, contact_id),
  foreign key (workspace_id, contact_id) references contacts
);

-- What the provider keeps from a person, whatever they decided: an experiment they are in, a limit they have reached.
create table suppressions (
  workspace_id uuid not null,
  contact_id uuid not null,
  reason text not null check (reason in ('experiment', 'marketing_limit')),
  -- Of an experiment: the name of the template.
  subject text not null default '',
  told_at timestamptz not null,
  -- Null: for good.
  until timestamptz,
  -- How often in a row it was told.
  strikes integer not null default 1,
  primary key (workspace_id, contact_id, reason, subject),
  foreign key (workspace_id, contact_id) references contacts
);

-- What differs from the defaults, as the API gives it.
create table sending_settings (
  workspace_id uuid primary key references workspaces,
  settings jsonb not null,
  updated_at timestamptz not null
);

-- For caps: what marketing somebody got lately.
create index messages_marketing on messages (workspace_id, contact_id, shown_at desc) where purpose = 'marketing';

do $$
declare
  name text;
begin
  foreach name in array array['consents', 'consent_questions', 'suppressions', 'sending_settings'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant on %I using (workspace_id = (select renkei_workspace_id()))', name);
  end loop;
end $$;
