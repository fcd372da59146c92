-- What the entries of a matter say of disputed duties and how they were ruled on: copies for the
-- register and for finding precedents, made anew whenever one moves. Ids grow with time, so that
-- lists are walked by them. Reason and basis lie sealed under the key of their matter.
CREATE TABLE rulings (
    id BYTEA PRIMARY KEY,
    matter BYTEA NOT NULL REFERENCES matters (id),
    cause TEXT NOT NULL CHECK (cause IN ('returned', 'mutual', 'conference')),
    state TEXT NOT NULL CHECK (state IN ('open', 'given', 'withdrawn')),
    provisional BYTEA NOT NULL REFERENCES units (id),
    ruler BYTEA NOT NULL,
    asked_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    unit BYTEA REFERENCES units (id),
    class TEXT,
    -- The village a precedent holds in; without one it holds in the whole town.
    area BYTEA REFERENCES areas (id),
    standing TEXT CHECK (standing IN ('inForce', 'withdrawn', 'replaced')),
    ruled_at BIGINT,
    words_box BYTEA,
    basis_box BYTEA,
    CHECK ((state = 'given') = (unit IS NOT NULL AND class IS NOT NULL AND standing IS NOT NULL))
);
CREATE INDEX rulings_by_matter ON rulings (matter, id);
CREATE INDEX rulings_waiting ON rulings (state, due_at, id);
CREATE INDEX rulings_given ON rulings (state, id);
CREATE INDEX rulings_of_class ON rulings (class, id);
CREATE INDEX rulings_in_force ON rulings (class, area, standing, id);

CREATE TABLE ruling_parties (
    ruling BYTEA NOT NULL REFERENCES rulings (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    PRIMARY KEY (ruling, unit)
);
