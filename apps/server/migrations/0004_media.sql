-- Media for real: what was converted, what a sound looks like, bytes kept once and let go of safely.

alter table media
  -- Loudness over time, 0 to 100.
  add column waveform smallint[],
  -- What the file was when it was handed in, and why it is something else now; null: it was kept as it came.
  add column converted_from text,
  add column conversion_reasons text[],
  -- A code of the contract's error table. failure_reason keeps the words of whoever refused.
  add column failure_code text;

-- Bytes that are kept. A row is written before the bytes are and deleted together with them, always under its lock; a
-- file refers to bytes only while the row it has seen is still of the same generation.
create table media_blobs (
  workspace_id uuid not null references workspaces,
  sha256 text not null,
  generation uuid not null,
  primary key (workspace_id, sha256)
);
alter table media_blobs enable row level security;
alter table media_blobs force row level security;
create policy tenant on media_blobs using (workspace_id = (select renkei_workspace_id()));

alter table media no force row level security;
update media set failure_code = 'media_not_fetched' where state = 'failed';
insert into media_blobs (workspace_id, sha256, generation)
  select workspace_id, sha256, gen_random_uuid()
  from (select workspace_id, sha256 from media where sha256 is not null
        union select workspace_id, thumbnail_sha256 from media where thumbnail_sha256 is not null) kept;
alter table media force row level security;

create index media_by_bytes on media (workspace_id, sha256) where sha256 is not null;
create index media_by_thumbnail on media (workspace_id, thumbnail_sha256) where thumbnail_sha256 is not null;

-- The provider's ids are of bytes, not of our files: two files with the same bytes need one upload to a number. What was
-- uploaded before goes up once more.
drop table media_uploads;
create table media_uploads (
  workspace_id uuid not null,
  channel_id uuid not null,
  sha256 text not null,
  mime_type text not null,
  provider_media_id text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, channel_id, sha256, mime_type),
  foreign key (workspace_id, sha256) references media_blobs on delete cascade
);
alter table media_uploads enable row level security;
alter table media_uploads force row level security;
create policy tenant on media_uploads using (workspace_id = (select renkei_workspace_id()));

-- Which messages show a file: as long as there is one, the file stays.
create view media_uses with (security_invoker = true) as
  select workspace_id, media_id, id as message_id from messages where media_id is not null
  union all
  select workspace_id, media_id, message_id from message_files;
