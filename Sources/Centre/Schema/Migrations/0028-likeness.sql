-- Concerns that somebody said are never one matter: a link between their matters is refused.
CREATE TABLE concerns_apart (
    one BYTEA NOT NULL REFERENCES concerns (id),
    other BYTEA NOT NULL REFERENCES concerns (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (one, other)
);
CREATE INDEX concerns_apart_by_other ON concerns_apart (other, one);

-- What is new in a place and of a class, for what may be the same matter.
CREATE INDEX matters_by_grid_class ON matters (grid, class, id);
