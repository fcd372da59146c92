-- Every write carries an operation id made by the caller; the answer is kept, sealed, and given
-- again to the same question.
CREATE TABLE operations (
    id TEXT PRIMARY KEY,
    fingerprint BYTEA NOT NULL,
    answer_box BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX operations_by_time ON operations (at);

-- Which matters an answer tells of: erasing a person takes the answers about them along.
CREATE TABLE operation_matters (
    matter BYTEA NOT NULL,
    operation TEXT NOT NULL REFERENCES operations (id) ON DELETE CASCADE,
    PRIMARY KEY (matter, operation)
);
CREATE INDEX operation_matters_by_operation ON operation_matters (operation);

-- Side effects are rows written with the change that causes them, sent by a service.
CREATE TABLE outbox (
    id BYTEA PRIMARY KEY,
    kind TEXT NOT NULL,
    matter BYTEA,
    concern BYTEA,
    facts TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    next_at BIGINT,
    attempts BIGINT NOT NULL,
    sent_at BIGINT,
    dead_at BIGINT
);
CREATE INDEX outbox_waiting ON outbox (next_at, id) WHERE sent_at IS NULL AND dead_at IS NULL;

-- The last serial given out in a series of numbers, such as one area's concerns of one year.
CREATE TABLE number_books (
    series TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
