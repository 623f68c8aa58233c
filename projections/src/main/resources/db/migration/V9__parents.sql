-- Which parent a territory named by each of its registrations, and when that was recorded: positions of its log say
-- nothing of the log of its parent, so it is looked up as of an instant. See ADR 15.
create table parent_version (
    territory   text collate "C" not null,
    known_from  bigint           not null, -- the position of the registration
    recorded_at timestamptz      not null,
    parent      text collate "C",          -- null where it named none
    primary key (territory, known_from)
);

create index children on parent_version (parent);

-- what is known at once; those before it follow when the read models are built anew
insert into parent_version (territory, known_from, recorded_at, parent)
select t.code, t.position, l.recorded_at, t.parent
from territory t join log l on l.territory = t.code and l.position = t.position;

update generation set shape = 3 where not exists (select from head);
