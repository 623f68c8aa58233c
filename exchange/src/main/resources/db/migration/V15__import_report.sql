-- What the sender of a file should check besides errors, as JSON: merged rows, warnings, and the contents of columns.
alter table import_run
    add column report text not null default
        '{"activities":0,"merged":0,"repeated":0,"mergedRows":[],"repeatedRows":[],"warnings":[],"columnValues":[]}';

-- Earlier imports get the numbers that follow from their row results.
with result as (
    select o.import_id, json_array_length(item -> 'rows') as row_count
    from import_outcomes o, json_array_elements(o.outcomes::json) item
    where item ->> 'outcome' in ('new', 'corrected', 'unchanged')),
     number as (
    select import_id, count(*) as activities, sum(row_count - 1) as merged
    from result
    group by import_id)
update import_run r
set report = json_build_object(
        'activities', n.activities, 'merged', n.merged, 'repeated', 0, 'mergedRows', '[]'::json,
        'repeatedRows', '[]'::json, 'warnings', '[]'::json, 'columnValues', '[]'::json)::text
from number n
where n.import_id = r.id;
