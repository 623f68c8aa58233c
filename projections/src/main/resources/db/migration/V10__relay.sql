-- How far each channel has told each log: every entry up to that position has arrived there.
create table relay (
    channel   text collate "C" not null,
    territory text collate "C" not null,
    position  bigint           not null,
    primary key (channel, territory)
) with (fillfactor = 50); -- room for updates in place: these rows change all the time
