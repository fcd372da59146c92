-- One table of entries, append-only. Each entry carries the hash of its content and of the entry
-- before it on its chain, so that edits, deletions and swaps are found.
CREATE TABLE entries (
    id BYTEA PRIMARY KEY,
    chain BYTEA NOT NULL,
    position BIGINT NOT NULL CHECK (position > 0),
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor BYTEA,
    actor_role TEXT,
    act TEXT NOT NULL,
    matter BYTEA,
    concern BYTEA,
    assignment BYTEA,
    facts TEXT NOT NULL,
    digest TEXT NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    UNIQUE (chain, position)
);

-- The end of each chain with a keyed seal: a chain cut short does not fit its head.
CREATE TABLE chain_heads (
    chain BYTEA PRIMARY KEY,
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    seal BYTEA NOT NULL
);
