-- Photographs and papers that residents bring: name and content sealed under the contact's key, so
-- that an erasure takes them along. A file that a work order named by its digest and that has not
-- come yet has no content.
CREATE TABLE attachments (
    id BYTEA PRIMARY KEY,
    concern BYTEA NOT NULL REFERENCES concerns (id),
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    named_sha256 TEXT,
    added_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    name_box BYTEA NOT NULL,
    content_box BYTEA
);
CREATE INDEX attachments_by_concern ON attachments (concern, id);
CREATE UNIQUE INDEX attachments_named ON attachments (concern, named_sha256)
    WHERE named_sha256 IS NOT NULL;

-- Files of a concern that is still being written, sealed under a key that only the writer's form
-- has. They go with the registration, or after some hours.
CREATE TABLE held_attachments (
    id BYTEA PRIMARY KEY,
    at BIGINT NOT NULL,
    head_box BYTEA NOT NULL,
    content_box BYTEA NOT NULL
);
CREATE INDEX held_attachments_by_time ON held_attachments (at, id);
