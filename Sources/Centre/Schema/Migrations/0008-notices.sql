-- When a suspension ends by itself: the service that resumes matters looks here, and a resumption
-- takes the row with it.
CREATE TABLE suspensions (
    matter BYTEA PRIMARY KEY REFERENCES matters (id),
    until_at BIGINT NOT NULL
);
CREATE INDEX suspensions_by_end ON suspensions (until_at, matter);

-- What somebody is told: the resident of a concern, or one officer. Codes only, never personal
-- data. Written by the service that empties the outbox, in the transaction that takes the row out.
CREATE TABLE notices (
    id BYTEA PRIMARY KEY,
    kind TEXT NOT NULL,
    matter BYTEA NOT NULL,
    concern BYTEA,
    officer BYTEA,
    facts TEXT NOT NULL,
    at BIGINT NOT NULL,
    read_at BIGINT
);
CREATE INDEX notices_unread ON notices (officer, id) WHERE officer IS NOT NULL AND read_at IS NULL;
CREATE INDEX notices_read ON notices (officer, id)
    WHERE officer IS NOT NULL AND read_at IS NOT NULL;
CREATE INDEX notices_by_concern ON notices (concern, id) WHERE concern IS NOT NULL;

-- What could not be delivered after so many attempts.
CREATE INDEX outbox_dead ON outbox (dead_at, id) WHERE dead_at IS NOT NULL;

-- Who is told by right and not by unit.
CREATE INDEX posts_by_role ON posts (role, officer);

-- The entries of the house and of its officers, for the auditor: all others tell of a matter or a
-- concern.
CREATE INDEX entries_of_house ON entries (id) WHERE matter IS NULL AND concern IS NULL;
CREATE INDEX entries_of_officer ON entries (chain, id) WHERE matter IS NULL AND concern IS NULL;
