-- What one shift of a desk leaves to the next: words sealed with the house's key, and the matters
-- that stand open, each with its words under the matter's own key, so that they go with it.
CREATE TABLE shift_notes (
    id BYTEA PRIMARY KEY,
    unit BYTEA NOT NULL REFERENCES units (id),
    desk TEXT NOT NULL,
    day BIGINT NOT NULL,
    shift TEXT NOT NULL,
    words_box BYTEA NOT NULL,
    written_by BYTEA NOT NULL,
    written_at BIGINT NOT NULL,
    taken_by BYTEA,
    taken_at BIGINT
);
CREATE INDEX shift_notes_by_unit ON shift_notes (unit, id);

CREATE TABLE shift_open_ends (
    note BYTEA NOT NULL REFERENCES shift_notes (id),
    place BIGINT NOT NULL,
    matter BYTEA NOT NULL REFERENCES matters (id),
    number TEXT NOT NULL,
    words_box BYTEA NOT NULL,
    PRIMARY KEY (note, place)
);
CREATE INDEX shift_open_ends_by_matter ON shift_open_ends (matter);

-- What a unit has to do, by what is to be done and when it is due.
CREATE INDEX assignments_by_unit_state ON assignments (unit, state, matter_due_at, id);
-- What was given out and nobody has signed for yet.
CREATE INDEX assignments_unsigned ON assignments (assigned_at, id) WHERE state = 'pending';
