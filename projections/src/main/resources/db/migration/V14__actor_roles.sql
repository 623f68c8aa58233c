-- The roles of the actors in an activity, as a dimension of its own: `role` is the role of the territory in an event.
-- The elements of actor_parts are now [actor, sector, role].
alter table activity_version
    add column actor_roles text[] not null default '{}';

-- Existing read models have no roles of actors, so they are rebuilt at the next start.
update generation set shape = 3 where not exists (select from head);
