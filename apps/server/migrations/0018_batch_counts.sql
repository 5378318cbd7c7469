-- A batch is counted by state from its index alone: a page of batches may stand for millions of messages.
create index messages_of_batch on messages (workspace_id, batch_id, state) where batch_id is not null;
drop index messages_by_batch;
