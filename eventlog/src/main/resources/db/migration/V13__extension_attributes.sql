-- The extension attributes of a CloudEvent, as a JSON object in canonical form; null without any. Added last, because
-- rows are inserted by position in places.
alter table log add column extensions text;
