-- What the entries of a matter say of its whistles: a copy for the boards and for silence that goes
-- up, made anew whenever one of them moves. Ids grow with time, so that lists are walked by them.
CREATE TABLE whistles (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    kind TEXT NOT NULL,
    ground TEXT NOT NULL,
    is_open BIGINT NOT NULL,
    meets_at BIGINT,
    blown_at BIGINT NOT NULL
);
CREATE INDEX whistles_by_matter ON whistles (matter, id);
CREATE INDEX whistles_in_order ON whistles (is_open, id);

-- One unit's part. It is about the unit: nobody's name, place or device is here.
CREATE TABLE whistle_calls (
    id BYTEA PRIMARY KEY,
    whistle BYTEA NOT NULL REFERENCES whistles (id),
    matter BYTEA NOT NULL REFERENCES matters (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    state TEXT NOT NULL,
    waits TEXT NOT NULL CHECK (waits IN ('unit', 'centre', 'director', 'nobody')),
    is_open BIGINT NOT NULL,
    called_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    rung TEXT,
    rises_at BIGINT,
    presence TEXT,
    in_time BIGINT,
    rose BIGINT NOT NULL,
    declined BIGINT NOT NULL,
    is_upheld BIGINT NOT NULL,
    received_in_time BIGINT,
    received_helped BIGINT,
    justified BIGINT
);
CREATE INDEX whistle_calls_by_whistle ON whistle_calls (whistle, id);
CREATE INDEX whistle_calls_by_matter ON whistle_calls (matter, unit);
CREATE INDEX whistle_calls_of_unit ON whistle_calls (unit, is_open, whistle);
-- The next moment of each silent call; the house looks at the earliest.
CREATE INDEX whistle_calls_rising ON whistle_calls (rises_at, id) WHERE rises_at IS NOT NULL;
-- Figures of a month, and the list behind each of them.
CREATE INDEX whistle_calls_in_time ON whistle_calls (called_at, id);
CREATE INDEX whistle_calls_of_unit_in_time ON whistle_calls (unit, called_at, id);
