-- What a figure looks at before it takes a row: with it all in the index, the rows themselves are read only where a measure
-- or a breakdown needs more of them. Its leading columns find a year of a territory; the last date ends what only begins
-- in the year before.
drop index activity_formalised;
create index activity_formalised on activity_version (territory, formalised_from, formalised_to)
    include (known_from, known_to, kind, status, categories);
