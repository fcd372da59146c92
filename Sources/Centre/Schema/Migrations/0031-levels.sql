-- How a matter went from village to street, from street to city, and back (提级, 下沉): what was
-- proposed upwards and what became of it, and what was sent down. The words lie sealed with the
-- matter's papers, under these digests. Ids grow with time, so that lists are walked by them.
CREATE TABLE level_changes (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'declined', 'withdrawn')),
    reason TEXT NOT NULL,
    -- Who led when it was proposed; nobody where it had not been given out.
    from_unit BYTEA REFERENCES units (id),
    to_unit BYTEA NOT NULL REFERENCES units (id),
    proposed_by BYTEA NOT NULL REFERENCES officers (id),
    proposed_at BIGINT NOT NULL,
    words_digest TEXT NOT NULL,
    decided_at BIGINT,
    answer_digest TEXT,
    CHECK ((state = 'open') = (decided_at IS NULL))
);
CREATE INDEX level_changes_by_matter ON level_changes (matter, id);
CREATE INDEX level_changes_by_state ON level_changes (state, id);
