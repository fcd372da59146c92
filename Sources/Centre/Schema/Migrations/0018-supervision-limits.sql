-- Why the last attempt at a notice came to nothing: a word, never the error's own text.
ALTER TABLE outbox ADD COLUMN failure TEXT;

-- A limit can be that of one step of supervision, so that two signs about one closing each have
-- their own. What a column may hold is changed by making its table anew, on both engines alike.
CREATE TABLE clocks_anew (
    subject BYTEA NOT NULL,
    rule TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('concern', 'matter', 'assignment', 'step')),
    matter BYTEA NOT NULL REFERENCES matters (id),
    version BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    provisional BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'met', 'missed', 'cancelled')),
    ended_at BIGINT,
    pauses TEXT NOT NULL,
    extensions TEXT NOT NULL,
    kept_until BIGINT,
    PRIMARY KEY (subject, rule, started_at)
);
INSERT INTO clocks_anew (subject, rule, started_at, subject_kind, matter, version, due_at,
    provisional, state, ended_at, pauses, extensions, kept_until)
SELECT subject, rule, started_at, subject_kind, matter, version, due_at, provisional, state,
    ended_at, pauses, extensions, kept_until
FROM clocks;
DROP TABLE clocks;
ALTER TABLE clocks_anew RENAME TO clocks;
CREATE INDEX clocks_running ON clocks (due_at, subject, rule) WHERE state = 'running';
CREATE INDEX clocks_by_matter ON clocks (matter, started_at, rule, subject);
CREATE INDEX clocks_provisional ON clocks (due_at, subject, rule)
    WHERE provisional = 1 AND state = 'running';

-- A step has no part and no unit where the centre's own dispatch is asked: nobody was given the
-- matter yet.
CREATE TABLE supervision_steps_anew (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    assignment BYTEA REFERENCES assignments (id),
    unit BYTEA REFERENCES units (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    waits TEXT NOT NULL CHECK (waits IN ('unit', 'centre', 'nobody')),
    ground TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);
INSERT INTO supervision_steps_anew (id, matter, assignment, unit, kind, state, waits, ground,
    opened_at)
SELECT id, matter, assignment, unit, kind, state, waits, ground, opened_at FROM supervision_steps;
DROP TABLE supervision_steps;
ALTER TABLE supervision_steps_anew RENAME TO supervision_steps;
CREATE INDEX supervision_steps_by_matter ON supervision_steps (matter, id);
CREATE INDEX supervision_steps_by_assignment ON supervision_steps (assignment);
CREATE INDEX supervision_steps_waiting ON supervision_steps (waits, id) WHERE waits <> 'nobody';
CREATE INDEX supervision_steps_of_unit ON supervision_steps (unit, waits, id)
    WHERE waits <> 'nobody';

-- An alarm of a limit that was none: the step it belonged to was withdrawn. The row stays and is
-- shown in no list.
ALTER TABLE alarms ADD COLUMN void_at BIGINT;
