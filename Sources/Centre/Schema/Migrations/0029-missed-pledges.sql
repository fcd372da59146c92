-- The day of a missed promise that was told already: one that is moved and missed again is told
-- again.
ALTER TABLE pledges ADD COLUMN told_day BIGINT;
CREATE INDEX pledges_to_tell ON pledges (day, id) WHERE state = 'open' AND told_day IS NULL;
