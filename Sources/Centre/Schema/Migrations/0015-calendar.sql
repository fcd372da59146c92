-- The day a limit had before a change of the calendar, where the change would have made it late.
ALTER TABLE clocks ADD COLUMN kept_until BIGINT;

-- A change of what limits are counted by: a year's official notice, days the town decides on
-- itself, new editions of rules. Proposed by one, decided on by another, and then followed by all
-- clocks.
CREATE TABLE calendar_changes (
    id BYTEA PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('counting', 'counted', 'declined', 'settling', 'settled')),
    proposed_by BYTEA,
    proposed_at BIGINT NOT NULL,
    decided_by BYTEA,
    decided_at BIGINT,
    decision TEXT,
    -- The order in which changes came into force, and from when on limits are judged by them.
    edition BIGINT UNIQUE,
    in_force_at BIGINT,
    -- On which edition of the pack the preview was counted, from when to when.
    pack_version BIGINT NOT NULL,
    counted_from BIGINT NOT NULL,
    counted_at BIGINT,
    -- How far the walk over the running clocks has come: to be taken up again there.
    cursor_due BIGINT NOT NULL,
    cursor_subject BYTEA NOT NULL,
    cursor_rule TEXT NOT NULL,
    running BIGINT NOT NULL,
    scanned BIGINT NOT NULL,
    later BIGINT NOT NULL,
    earlier BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    fixed BIGINT NOT NULL,
    walked BIGINT NOT NULL,
    moved BIGINT NOT NULL
);

-- One change at a time is on its way: a preview is counted on what is in force.
CREATE UNIQUE INDEX calendar_changes_open ON calendar_changes ((1))
    WHERE state IN ('counting', 'counted', 'settling');

-- The preview: every running clock that a change moves, as counted when it was proposed.
CREATE TABLE calendar_moves (
    change BYTEA NOT NULL REFERENCES calendar_changes (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('later', 'earlier', 'kept')),
    was_due BIGINT NOT NULL,
    subject BYTEA NOT NULL,
    rule TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    matter BYTEA NOT NULL,
    becomes_due BIGINT NOT NULL,
    PRIMARY KEY (change, outcome, was_due, subject, rule)
);
