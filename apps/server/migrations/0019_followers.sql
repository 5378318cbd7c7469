-- Which workspaces have events that a follower has not seen is asked across workspaces, in one statement.
alter policy tenant on event_followers
  using (workspace_id = (select renkei_workspace_id_in_scope()) or (select renkei_system_scope()));
