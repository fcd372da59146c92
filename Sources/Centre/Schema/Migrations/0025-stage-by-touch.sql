-- A stage by its last change, also of what is over: the index of what is open alone left the filed
-- matters to be sorted, and this one serves both.
CREATE INDEX matters_by_stage_touch ON matters (stage, touched_at, id);

DROP INDEX matters_open_by_touch;
