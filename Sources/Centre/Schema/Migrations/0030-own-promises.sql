-- What an officer has promised in person and not kept yet: a leader's case (领导包案), led or worked
-- on, and a listing (挂牌整治) answered for. A copy of entries, for the list that asks by officer;
-- what is over is taken out.
CREATE TABLE own_promises (
    id BYTEA NOT NULL,
    officer BYTEA NOT NULL REFERENCES officers (id),
    part TEXT NOT NULL CHECK (part IN ('leader', 'responsible', 'listing')),
    matter BYTEA REFERENCES matters (id),
    unit BYTEA NOT NULL REFERENCES units (id),
    day BIGINT NOT NULL,
    PRIMARY KEY (id, officer)
);
CREATE INDEX own_promises_by_day ON own_promises (officer, day, id);
