-- What the entries of a matter say of its supervision steps: a copy for the queues, made anew
-- whenever one of them moves. Ids grow with time, so that a queue is walked by them.
CREATE TABLE supervision_steps (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    assignment BYTEA NOT NULL REFERENCES assignments (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    waits TEXT NOT NULL CHECK (waits IN ('unit', 'centre', 'nobody')),
    ground TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);
CREATE INDEX supervision_steps_by_matter ON supervision_steps (matter, id);
CREATE INDEX supervision_steps_by_assignment ON supervision_steps (assignment);
CREATE INDEX supervision_steps_waiting ON supervision_steps (waits, id) WHERE waits <> 'nobody';
CREATE INDEX supervision_steps_of_unit ON supervision_steps (unit, waits, id)
    WHERE waits <> 'nobody';

-- Rectification under the public eye of a place, an area, a trade or a unit; never of a person.
CREATE TABLE listings (
    id BYTEA PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL CHECK (subject IN ('place', 'area', 'trade', 'unit')),
    unit BYTEA NOT NULL REFERENCES units (id),
    state TEXT NOT NULL,
    is_open BIGINT NOT NULL
);
CREATE INDEX listings_open ON listings (id) WHERE is_open = 1;
CREATE INDEX listings_by_unit ON listings (unit, id);

-- What officers wrote about a listing, sealed with the house's key; entries tell of it by digest.
CREATE TABLE listing_words (
    listing BYTEA NOT NULL REFERENCES listings (id),
    digest TEXT NOT NULL,
    words_box BYTEA NOT NULL,
    PRIMARY KEY (listing, digest)
);

-- The draws of closed matters for a second look, and the order in which each was drawn.
CREATE TABLE recheck_draws (
    id BYTEA PRIMARY KEY,
    seed TEXT NOT NULL,
    from_day BIGINT NOT NULL,
    to_day BIGINT NOT NULL,
    size BIGINT NOT NULL,
    population BIGINT NOT NULL,
    digest TEXT NOT NULL,
    chosen_digest TEXT NOT NULL,
    drawn_by BYTEA NOT NULL,
    drawn_at BIGINT NOT NULL
);
CREATE TABLE recheck_choices (
    draw BYTEA NOT NULL REFERENCES recheck_draws (id),
    place BIGINT NOT NULL,
    matter BYTEA NOT NULL REFERENCES matters (id),
    number TEXT NOT NULL,
    step BYTEA NOT NULL,
    PRIMARY KEY (draw, place)
);
CREATE INDEX recheck_choices_by_matter ON recheck_choices (matter);

-- The population of a draw is what was closed in its days, whatever became of it since: the
-- closings as entered, which never change. The word must stand in the query as it stands here.
CREATE INDEX entries_of_closing ON entries (at, matter) WHERE act = 'matterClosed';
-- The same photograph used twice is found by the digest of its content.
CREATE INDEX attachments_by_digest ON attachments (sha256, concern);
