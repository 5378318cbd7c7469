-- Every kind of message that can be sent: several files in one, templates with all their parts.

-- Files in headers and on cards. The one file of an image, video, audio, document or sticker stays in messages.media_id.
create table message_files (
  workspace_id uuid not null,
  message_id uuid not null,
  media_id uuid not null,
  primary key (workspace_id, message_id, media_id),
  foreign key (workspace_id, message_id) references messages on delete cascade
);
create index message_files_by_media on message_files (workspace_id, media_id);
alter table message_files enable row level security;
alter table message_files force row level security;
create policy tenant on message_files using (workspace_id = (select renkei_workspace_id()));

-- Whether the number also lives in the WhatsApp Business app, as it is read from the provider.
alter table channels add column on_business_app boolean not null default false;

-- Template messages sent so far: the one text of a header was a list, and a button was its label only. What kind of
-- button it was is not known any more.
alter table messages no force row level security;
update messages set content = (content - 'headerParameters')
  || case when jsonb_array_length(coalesce(content -> 'headerParameters', '[]')) > 0
       then jsonb_build_object('header', jsonb_build_object('type', 'text', 'text', content -> 'headerParameters' -> 0))
       else '{}' end
  || case when jsonb_typeof(content -> 'rendered' -> 'buttons') = 'array'
       then jsonb_build_object('rendered', (content -> 'rendered') || jsonb_build_object('buttons', coalesce((
         select jsonb_agg(case jsonb_typeof(button)
             when 'string' then jsonb_build_object('type', 'unknown', 'text', button, 'value', null)
             else button end order by position)
         from jsonb_array_elements(content -> 'rendered' -> 'buttons') with ordinality as given (button, position)), '[]')))
       else '{}' end
  || jsonb_build_object('buttons', coalesce(content -> 'buttons', '[]'))
where kind = 'template';
alter table messages force row level security;
