-- second_factor_offer_box holds a secret that was shown and not yet confirmed; second_factor_step
-- the last step a code was taken from, so that no code is taken twice (RFC 6238 section 5.2).
CREATE TABLE officers (
    id BYTEA PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password TEXT,
    second_factor_box BYTEA,
    second_factor_offer_box BYTEA,
    second_factor_step BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);

-- A post ties officer, unit, role and area; it has a beginning and may have an end.
CREATE TABLE posts (
    id BYTEA PRIMARY KEY,
    officer BYTEA NOT NULL REFERENCES officers (id),
    unit BYTEA NOT NULL,
    role TEXT NOT NULL,
    area BYTEA,
    valid_from BIGINT NOT NULL,
    valid_to BIGINT
);
CREATE INDEX posts_by_officer ON posts (officer, valid_from, id);
CREATE INDEX posts_by_unit ON posts (unit, role);

-- Only the hash of a token is kept.
CREATE TABLE sessions (
    id BYTEA PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    officer BYTEA NOT NULL REFERENCES officers (id),
    opened_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    client TEXT NOT NULL
);
CREATE INDEX sessions_open ON sessions (officer, opened_at, id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at, id);

-- Failed sign-ins, by keyed hash of the login as it was typed: a password typed into the wrong
-- field is not kept.
CREATE TABLE sign_in_failures (
    id BYTEA PRIMARY KEY,
    login_mark BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX sign_in_failures_by_login ON sign_in_failures (login_mark, at);
CREATE INDEX sign_in_failures_by_time ON sign_in_failures (at);

-- Logins at rest after too many failures: how many times in a row, and until when.
CREATE TABLE sign_in_locks (
    login_mark BYTEA PRIMARY KEY,
    times BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);
CREATE INDEX sign_in_locks_by_time ON sign_in_locks (locked_until);
