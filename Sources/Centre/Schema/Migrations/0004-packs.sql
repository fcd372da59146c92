-- A town is a data pack: the files themselves are kept, by version, and read again at start.
CREATE TABLE packs (
    version BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    digest TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    loaded_at BIGINT NOT NULL,
    loaded_by BYTEA
);
CREATE TABLE pack_files (
    version BIGINT NOT NULL REFERENCES packs (version),
    path TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (version, path)
);

-- Areas and units have an identity of their own: codes and borders change (DOMAIN 1.6).
CREATE TABLE areas (
    id BYTEA PRIMARY KEY,
    code TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    valid_to BIGINT,
    UNIQUE (code, valid_from)
);
CREATE TABLE units (
    id BYTEA PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);
