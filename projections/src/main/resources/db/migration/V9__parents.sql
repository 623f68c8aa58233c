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

-- what has been followed already; the log has it all
insert into parent_version (territory, known_from, recorded_at, parent)
select l.territory, l.position, l.recorded_at, l.data::json ->> 'parent'
from log l join checkpoint c on c.territory = l.territory and l.position <= c.position
where l.type = 'org.bitacora.territory.registered';
