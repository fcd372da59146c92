-- When the house next looks at an open clock, written where the due index is written. It is never
-- later than the next alarm of the clock, and forgotten when the clock ends; next_at is empty
-- when all its alarms are raised.
CREATE TABLE watches (
    subject BYTEA NOT NULL,
    rule TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    next_at BIGINT,
    PRIMARY KEY (subject, rule, started_at)
);
CREATE INDEX watches_next ON watches (next_at, subject, rule) WHERE next_at IS NOT NULL;

-- Which version of the town all open clocks are watched under: another calendar moves alarms.
CREATE TABLE watch_book (
    id BIGINT PRIMARY KEY,
    town_version BIGINT NOT NULL
);

-- A clock asked for attention: once for each kind and each due moment it had. The row is the
-- trace; it is answered when the clock ends or gets another due moment, and never removed by that.
-- Codes only, never personal data. The unit is the one that has to act; none is the centre itself.
CREATE TABLE alarms (
    id BYTEA PRIMARY KEY,
    subject BYTEA NOT NULL,
    subject_kind TEXT NOT NULL,
    rule TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('halfUsed', 'mostlyUsed', 'due', 'overdue',
        'noFirstContact', 'promiseMissed')),
    due_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    raised_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered')),
    answered_at BIGINT,
    matter BYTEA NOT NULL,
    unit BYTEA,
    village BYTEA,
    grid BYTEA
);
CREATE UNIQUE INDEX alarms_once ON alarms (subject, rule, started_at, kind, due_at);
CREATE INDEX alarms_by_kind ON alarms (state, kind, id);
CREATE INDEX alarms_by_unit ON alarms (unit, state, kind, id);
CREATE INDEX alarms_by_village ON alarms (village, state, kind, id);
CREATE INDEX alarms_by_grid ON alarms (grid, state, kind, id);
CREATE INDEX alarms_by_matter ON alarms (matter, id);
