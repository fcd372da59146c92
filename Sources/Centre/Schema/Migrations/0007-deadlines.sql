-- The due index: what the clocks say at the moment, derived from the timeline and never counted
-- up. A paused clock is a running one with a pause that ends by itself. Of one subject no rule
-- runs twice at a time, so that (due_at, subject, rule) is one place in the index.
CREATE TABLE clocks (
    subject BYTEA NOT NULL,
    rule TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('concern', 'matter', 'assignment')),
    matter BYTEA NOT NULL REFERENCES matters (id),
    version BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    provisional BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'met', 'missed', 'cancelled')),
    ended_at BIGINT,
    pauses TEXT NOT NULL,
    extensions TEXT NOT NULL,
    PRIMARY KEY (subject, rule, started_at)
);
CREATE INDEX clocks_running ON clocks (due_at, subject, rule) WHERE state = 'running';
CREATE INDEX clocks_by_matter ON clocks (matter, started_at, rule, subject);
CREATE INDEX clocks_provisional ON clocks (due_at, subject, rule)
    WHERE provisional = 1 AND state = 'running';

-- An extension asked for, until someone else has decided it.
CREATE TABLE extensions (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    subject BYTEA NOT NULL,
    rule TEXT NOT NULL,
    amount BIGINT NOT NULL,
    reason_box BYTEA NOT NULL,
    asked_by BYTEA NOT NULL,
    asked_at BIGINT NOT NULL,
    granted BIGINT,
    granted_amount BIGINT,
    decided_by BYTEA,
    decided_at BIGINT
);
CREATE INDEX extensions_by_matter ON extensions (matter, id);
