import Storage

extension Migration {
    /// A table with a column of every kind and a constraint of every kind.
    static let shelf = Migration(
        number: 1,
        name: "shelf",
        text: """
            CREATE TABLE shelf (
                id BIGINT PRIMARY KEY,
                number BIGINT,
                measure DOUBLE PRECISION,
                words TEXT,
                box BYTEA
            );
            CREATE TABLE rules (
                id BIGINT PRIMARY KEY,
                shelf BIGINT NOT NULL REFERENCES shelf (id),
                code TEXT NOT NULL UNIQUE,
                amount BIGINT NOT NULL CONSTRAINT amount_is_positive CHECK (amount > 0)
            );
            """
    )
}
