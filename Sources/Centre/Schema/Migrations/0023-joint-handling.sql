-- What the entries of a matter say of its joint handling: copies for lists, made anew whenever it
-- moves. Ids grow with time, so that lists are walked by them.
CREATE TABLE joint_meetings (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    state TEXT NOT NULL,
    meets_at BIGINT NOT NULL
);
CREATE INDEX joint_meetings_by_matter ON joint_meetings (matter, id);

-- What a unit has promised at the table, and by the end of which day.
CREATE TABLE pledges (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'released', 'lapsed')),
    day BIGINT NOT NULL,
    asked_day BIGINT
);
CREATE INDEX pledges_by_matter ON pledges (matter, id);
CREATE INDEX pledges_in_order ON pledges (state, day, id);
CREATE INDEX pledges_of_unit ON pledges (unit, state, day, id);

-- Questions that are asked again after the matter is closed; without a unit, of the centre itself.
CREATE TABLE follow_ups (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    unit BYTEA REFERENCES units (id),
    is_open BIGINT NOT NULL,
    day BIGINT NOT NULL
);
CREATE INDEX follow_ups_by_matter ON follow_ups (matter, id);
CREATE INDEX follow_ups_in_order ON follow_ups (is_open, day, id);
CREATE INDEX follow_ups_of_unit ON follow_ups (unit, is_open, day, id);

-- Whether a matter was ever handled jointly, and which units sit at its table and so see it.
CREATE TABLE joint_works (
    matter BYTEA PRIMARY KEY REFERENCES matters (id),
    is_open BIGINT NOT NULL
);
CREATE TABLE joint_units (
    matter BYTEA NOT NULL REFERENCES matters (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    PRIMARY KEY (matter, unit)
);
