-- What is due of each hook by itself, so that a hook that hangs, with however much to be told, holds up no other.

create index hook_deliveries_waiting on hook_deliveries (workspace_id, hook_id, next_at) where state = 'pending';
