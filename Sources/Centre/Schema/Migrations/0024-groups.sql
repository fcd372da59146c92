-- A group matter (群体性事项): what its entries say of it, as a copy for pages and totals. The facts
-- of the project name firms and people, so they are sealed under the matter's key.
CREATE TABLE group_matters (
    matter BYTEA PRIMARY KEY REFERENCES matters (id),
    prefix TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    is_open BIGINT NOT NULL DEFAULT 1,
    facts_box BYTEA,
    members BIGINT NOT NULL DEFAULT 0,
    claimed_fen BIGINT NOT NULL DEFAULT 0,
    owed_fen BIGINT NOT NULL DEFAULT 0,
    paid_fen BIGINT NOT NULL DEFAULT 0,
    settled BIGINT NOT NULL DEFAULT 0,
    roster_lines BIGINT NOT NULL DEFAULT 0,
    roster_fen BIGINT NOT NULL DEFAULT 0,
    off_roster BIGINT NOT NULL DEFAULT 0,
    other_sum BIGINT NOT NULL DEFAULT 0,
    import_rows BIGINT,
    import_done BIGINT
);
CREATE INDEX group_matters_open ON group_matters (is_open, matter);

-- One who claims. Name, phone and identity number are a contact of their own, erasable by its key;
-- the marks find the same person in this group again and go with the person.
CREATE TABLE group_members (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES group_matters (matter),
    serial BIGINT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    contact BYTEA NOT NULL REFERENCES contacts (id),
    id_mark BYTEA,
    phone_mark BYTEA,
    is_representative BIGINT NOT NULL DEFAULT 0,
    claimed_fen BIGINT NOT NULL,
    owed_fen BIGINT NOT NULL,
    paid_fen BIGINT NOT NULL DEFAULT 0 CHECK (paid_fen >= 0 AND paid_fen <= owed_fen),
    is_settled BIGINT NOT NULL DEFAULT 0,
    roster_fen BIGINT,
    finding TEXT NOT NULL,
    entered_by BYTEA,
    entered_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX group_members_in_order ON group_members (matter, serial);
CREATE INDEX group_members_by_finding ON group_members (matter, finding, serial);
CREATE INDEX group_members_by_rest ON group_members (matter, is_settled, serial);
CREATE INDEX group_members_speaking ON group_members (matter, serial) WHERE is_representative = 1;
CREATE INDEX group_members_by_identity ON group_members (matter, id_mark);
CREATE INDEX group_members_by_phone ON group_members (matter, phone_mark);
CREATE INDEX group_members_by_contact ON group_members (contact);

-- The employer's wage roster: sums and marks alone. Nobody on it is named here.
CREATE TABLE group_roster (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES group_matters (matter),
    id_mark BYTEA,
    phone_mark BYTEA,
    due_fen BIGINT NOT NULL
);
CREATE INDEX group_roster_by_identity ON group_roster (matter, id_mark);
CREATE INDEX group_roster_by_phone ON group_roster (matter, phone_mark);

CREATE TABLE group_batches (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES group_matters (matter),
    serial BIGINT NOT NULL,
    paid_on TEXT NOT NULL,
    lines BIGINT NOT NULL,
    total_fen BIGINT NOT NULL,
    digest TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE UNIQUE INDEX group_batches_in_order ON group_batches (matter, serial);

CREATE TABLE group_payments (
    batch BYTEA NOT NULL REFERENCES group_batches (id),
    member BYTEA NOT NULL REFERENCES group_members (id),
    fen BIGINT NOT NULL CHECK (fen > 0),
    PRIMARY KEY (batch, member)
);
CREATE INDEX group_payments_of_member ON group_payments (member, batch);

-- What all members are told, sealed under the matter's key.
CREATE TABLE group_bulletins (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES group_matters (matter),
    words_box BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX group_bulletins_by_matter ON group_bulletins (matter, id);

ALTER TABLE notices ADD COLUMN member BYTEA;
CREATE INDEX notices_of_member ON notices (member, id) WHERE member IS NOT NULL;
