-- Who of the units sits at the hall when (轮驻), by half-day: a half-day is twice the day, plus one
-- for the afternoon. A rota is drafted, edited, and published once; what is discarded stays as it
-- was.
CREATE TABLE rotas (
    id BYTEA PRIMARY KEY,
    first_day BIGINT NOT NULL,
    last_day BIGINT NOT NULL,
    weeks BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'discarded'))
);
CREATE INDEX rotas_published ON rotas (last_day) WHERE state = 'published';

-- One place of a rota. What was drafted never changes and is covered by the digest in the rota's
-- first entry; the rest is what the entries of the sitting say, as a copy.
CREATE TABLE sittings (
    id BYTEA PRIMARY KEY,
    rota BYTEA NOT NULL REFERENCES rotas (id),
    half_day BIGINT NOT NULL,
    seat TEXT NOT NULL,
    drafted TEXT NOT NULL,
    unit BYTEA REFERENCES units (id),
    officer BYTEA,
    substitute BYTEA,
    origin TEXT NOT NULL CHECK (origin IN ('drafted', 'byHand', 'swapped')),
    published BIGINT NOT NULL,
    taken_at BIGINT
);
CREATE UNIQUE INDEX sittings_of_rota ON sittings (rota, half_day, seat);
CREATE UNIQUE INDEX sittings_in_force ON sittings (half_day, seat) WHERE published = 1;
CREATE INDEX sittings_of_unit ON sittings (unit, half_day, seat) WHERE published = 1;

-- Why a sitting was changed by hand, sealed with the house's key; entries tell of it by digest.
CREATE TABLE sitting_words (
    sitting BYTEA NOT NULL REFERENCES sittings (id),
    digest TEXT NOT NULL,
    words_box BYTEA NOT NULL,
    PRIMARY KEY (sitting, digest)
);

-- What residents asked for in the weeks before a rota was drafted, by class and weekday: kept, so
-- that the reasons of the draft can be counted again and gaps are found without counting.
CREATE TABLE rota_demand (
    rota BYTEA NOT NULL REFERENCES rotas (id),
    class TEXT NOT NULL,
    unit BYTEA NOT NULL REFERENCES units (id),
    weekday BIGINT NOT NULL,
    matters BIGINT NOT NULL,
    PRIMARY KEY (rota, class, weekday)
);

-- Two units exchange their turns: asked by one, agreed to by the other, approved by the centre.
CREATE TABLE sitting_swaps (
    id BYTEA PRIMARY KEY,
    asked BYTEA NOT NULL REFERENCES sittings (id),
    other BYTEA NOT NULL REFERENCES sittings (id),
    asking_unit BYTEA NOT NULL REFERENCES units (id),
    other_unit BYTEA NOT NULL REFERENCES units (id),
    state TEXT NOT NULL,
    is_open BIGINT NOT NULL
);
CREATE INDEX sitting_swaps_open ON sitting_swaps (id) WHERE is_open = 1;
CREATE INDEX sitting_swaps_of_asked ON sitting_swaps (asked) WHERE is_open = 1;
CREATE INDEX sitting_swaps_of_other ON sitting_swaps (other) WHERE is_open = 1;
CREATE INDEX sitting_swaps_by_asking_unit ON sitting_swaps (asking_unit, id);
CREATE INDEX sitting_swaps_by_other_unit ON sitting_swaps (other_unit, id);

-- The half-days on which a unit has said it cannot come.
CREATE TABLE unit_absences (
    unit BYTEA NOT NULL REFERENCES units (id),
    half_day BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (unit, half_day)
);
CREATE INDEX unit_absences_by_half_day ON unit_absences (half_day, unit);

-- A note of a seat of the hall goes to whoever sits there next, be it another unit.
ALTER TABLE shift_notes ADD COLUMN seat TEXT;
ALTER TABLE shift_notes ADD COLUMN next_unit BYTEA;
ALTER TABLE shift_notes ADD COLUMN next_half_day BIGINT;
CREATE INDEX shift_notes_for_next ON shift_notes (next_unit, id) WHERE next_unit IS NOT NULL;
CREATE INDEX shift_notes_by_place ON shift_notes (next_half_day, seat)
    WHERE next_half_day IS NOT NULL;
