-- What goes out of the house when somebody is told: to a unit's robot, or to a resident's phone.
-- Codes and ids only; a phone is unsealed in the moment of sending. A message's id is the key that
-- the gateway is given with every attempt.
CREATE TABLE messages (
    id BYTEA PRIMARY KEY,
    channel TEXT NOT NULL CHECK (channel IN ('webhook', 'sms')),
    kind TEXT NOT NULL,
    matter BYTEA NOT NULL REFERENCES matters (id),
    unit BYTEA REFERENCES units (id),
    concern BYTEA REFERENCES concerns (id),
    is_urgent BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'givenUp')),
    ordered_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    failure TEXT,
    receipt TEXT,
    ended_at BIGINT,
    CHECK ((channel = 'webhook' AND unit IS NOT NULL) OR (channel = 'sms' AND concern IS NOT NULL))
);
CREATE INDEX messages_waiting ON messages (next_at, id) WHERE state = 'waiting';
CREATE INDEX messages_in_order ON messages (id) WHERE state = 'waiting';
CREATE INDEX messages_failed ON messages (ended_at, id) WHERE state IN ('refused', 'givenUp');
CREATE INDEX messages_of_matter ON messages (matter, id);
