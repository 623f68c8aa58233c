-- What a figure looks at before it takes a row: with it all in the index, the rows themselves are read only where a measure
-- or a breakdown needs more of them. Its leading columns find a year of a territory; the last date ends what only begins
-- in the year before.

-- Where the read models were once rebuilt, PostgreSQL has given the index that it replaces a name of its own.
do $$
declare
    old text;
begin
    for old in
        select i.indexrelid::regclass::text from pg_index i
        where i.indrelid = 'activity_version'::regclass and i.indnkeyatts = 2
        and pg_get_indexdef(i.indexrelid) like '% (territory, formalised_from)'
    loop
        execute 'drop index ' || old;
    end loop;
end $$;

create index activity_by_formalisation on activity_version (territory, formalised_from, formalised_to)
    include (known_from, known_to, kind, status, categories);
