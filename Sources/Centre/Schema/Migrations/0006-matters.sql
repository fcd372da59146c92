-- The thing to be resolved. Words of officers are sealed under the matter's own key; the
-- residents' words stay with their concerns.
CREATE TABLE matters (
    id BYTEA PRIMARY KEY,
    stage TEXT NOT NULL,
    stage_before TEXT,
    class TEXT,
    item TEXT,
    route TEXT,
    village BYTEA,
    grid BYTEA,
    urgency TEXT NOT NULL,
    danger_now BIGINT NOT NULL,
    confidential BIGINT NOT NULL,
    key_box BYTEA,
    key_version BIGINT NOT NULL,
    voice BYTEA,
    linked_into BYTEA REFERENCES matters (id),
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    returns BIGINT NOT NULL DEFAULT 0,
    round BIGINT NOT NULL DEFAULT 1,
    conference TEXT NOT NULL DEFAULT 'none',
    verified_by BYTEA,
    closed_by BYTEA,
    closed_at BIGINT,
    closure TEXT
);
CREATE INDEX matters_by_due ON matters (due_at, id);
CREATE INDEX matters_by_touch ON matters (touched_at, id);
CREATE INDEX matters_by_stage ON matters (stage, due_at, id);
CREATE INDEX matters_by_class ON matters (class, due_at, id);
CREATE INDEX matters_by_village ON matters (village, due_at, id);
CREATE INDEX matters_by_grid ON matters (grid, due_at, id);
CREATE INDEX matters_by_key_version ON matters (key_version, id);
CREATE INDEX matters_linked ON matters (linked_into) WHERE linked_into IS NOT NULL;

-- What one resident, or one group, asks. Never disappears, never merges away.
CREATE TABLE concerns (
    id BYTEA PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    state_before TEXT,
    channel TEXT NOT NULL,
    external_no TEXT,
    external_print BYTEA,
    kind TEXT NOT NULL,
    mode TEXT NOT NULL,
    contact BYTEA NOT NULL REFERENCES contacts (id),
    home BYTEA NOT NULL REFERENCES matters (id),
    matter BYTEA NOT NULL REFERENCES matters (id),
    people BIGINT NOT NULL,
    representatives BIGINT,
    amount_fen BIGINT,
    lng DOUBLE PRECISION,
    lat DOUBLE PRECISION,
    reply_wanted BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    registered_by BYTEA,
    batch BYTEA,
    answer_box BYTEA,
    answered_at BIGINT,
    visits BIGINT NOT NULL DEFAULT 0,
    visited_at BIGINT,
    visited_by BYTEA,
    visit_solved TEXT,
    visit_fair TEXT,
    rated_at BIGINT,
    rated_solved TEXT,
    rated_fair TEXT,
    UNIQUE (channel, external_no)
);
CREATE INDEX concerns_by_matter ON concerns (matter, registered_at, id);
CREATE INDEX concerns_by_day ON concerns (registered_at, kind, channel, state);
CREATE INDEX concerns_by_home ON concerns (home);
CREATE INDEX concerns_by_contact ON concerns (contact);
CREATE INDEX concerns_by_batch ON concerns (batch, id) WHERE batch IS NOT NULL;

-- What a resident wrote, in the order it came: the concern itself, then supplements and updates.
-- Sealed under the contact's key.
CREATE TABLE concern_words (
    id BYTEA PRIMARY KEY,
    concern BYTEA NOT NULL REFERENCES concerns (id),
    kind TEXT NOT NULL,
    title_box BYTEA,
    words_box BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX concern_words_by_concern ON concern_words (concern, id);

-- What officers wrote about a matter, sealed under its key.
CREATE TABLE matter_papers (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    kind TEXT NOT NULL,
    words_box BYTEA NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX matter_papers_by_matter ON matter_papers (matter, id);

-- Keyed hashes of the two-character runs of a concern's title, so that staff find a matter by a
-- word of its title; without the key they tell nothing, and they go with the concern, so that the
-- matter needs no reference of its own (which an index would have to back).
CREATE TABLE matter_words (
    word BIGINT NOT NULL,
    matter BYTEA NOT NULL,
    concern BYTEA NOT NULL REFERENCES concerns (id),
    PRIMARY KEY (word, matter, concern)
);
CREATE INDEX matter_words_by_concern ON matter_words (concern);

-- Who a matter is about: they and what is under them neither get nor read it
-- (信访工作条例 Art 30, 46).
CREATE TABLE matter_conflicts (
    matter BYTEA NOT NULL REFERENCES matters (id),
    kind TEXT NOT NULL,
    subject BYTEA NOT NULL,
    concern BYTEA,
    PRIMARY KEY (matter, kind, subject)
);

CREATE TABLE assignments (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'assist')),
    state TEXT NOT NULL,
    round BIGINT NOT NULL,
    designated BIGINT NOT NULL,
    assigned_by BYTEA NOT NULL,
    assigned_at BIGINT NOT NULL,
    instruction_box BYTEA,
    rule TEXT,
    why TEXT NOT NULL,
    signed_by BYTEA,
    signed_at BIGINT,
    outcome TEXT,
    reply_box BYTEA,
    public_box BYTEA,
    replied_by BYTEA,
    replied_at BIGINT,
    return_reason TEXT,
    return_basis_box BYTEA,
    better_unit BYTEA,
    returned_by BYTEA,
    returned_at BIGINT,
    due_at BIGINT NOT NULL,
    matter_due_at BIGINT NOT NULL,
    matter_touched_at BIGINT NOT NULL
);
CREATE INDEX assignments_by_matter ON assignments (matter, id);
CREATE INDEX assignments_by_unit_due ON assignments (unit, matter_due_at, matter);
CREATE INDEX assignments_by_unit_touch ON assignments (unit, matter_touched_at, matter);
CREATE INDEX assignments_by_unit ON assignments (unit, matter);

-- An accepted return is a correction of the routing rule that sent the matter there.
CREATE TABLE routing_corrections (
    id BYTEA PRIMARY KEY,
    rule TEXT NOT NULL,
    matter BYTEA NOT NULL REFERENCES matters (id),
    from_unit BYTEA NOT NULL REFERENCES units (id),
    to_unit BYTEA NOT NULL REFERENCES units (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX routing_corrections_by_rule ON routing_corrections (rule, id);
CREATE INDEX routing_corrections_by_matter ON routing_corrections (matter);

-- Concerns that came together from a file; the whole of it can be taken back. At undone_at all of
-- it left the board at once, at swept_at the last of its rows was gone.
CREATE TABLE import_batches (
    id BYTEA PRIMARY KEY,
    name TEXT NOT NULL,
    print BYTEA NOT NULL,
    started_at BIGINT NOT NULL,
    officer BYTEA,
    undone_at BIGINT,
    swept_at BIGINT
);
CREATE UNIQUE INDEX import_batches_live ON import_batches (print) WHERE undone_at IS NULL;
CREATE INDEX import_batches_unswept ON import_batches (undone_at)
    WHERE undone_at IS NOT NULL AND swept_at IS NULL;
