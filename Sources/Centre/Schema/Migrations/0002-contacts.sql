-- Keys that belong to the house itself, wrapped by the centre's key: one for the equality index,
-- one for the seals of chain heads, one for kept answers.
CREATE TABLE house_keys (
    purpose TEXT PRIMARY KEY,
    key_box BYTEA NOT NULL,
    key_version BIGINT NOT NULL
);

-- A resident's personal data (PIPL Art 28, 51): every box is sealed under the contact's own key,
-- which is wrapped by the centre's key. Erasing key_box erases the person.
CREATE TABLE contacts (
    id BYTEA PRIMARY KEY,
    key_box BYTEA,
    key_version BIGINT NOT NULL,
    details_box BYTEA,
    created_at BIGINT NOT NULL,
    erased_at BIGINT
);
CREATE INDEX contacts_by_key_version ON contacts (key_version, id);

-- Equality search by keyed hash: phone, identity number. Rows go with the contact.
CREATE TABLE contact_marks (
    kind TEXT NOT NULL,
    mark BYTEA NOT NULL,
    contact BYTEA NOT NULL REFERENCES contacts (id),
    PRIMARY KEY (kind, mark, contact)
);
CREATE INDEX contact_marks_by_contact ON contact_marks (contact);
