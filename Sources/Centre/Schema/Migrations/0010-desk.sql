-- More time that was asked for and that nobody has decided on yet.
CREATE INDEX extensions_undecided ON extensions (asked_at, id) WHERE decided_at IS NULL;
