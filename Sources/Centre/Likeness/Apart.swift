import Storage

/// "Never the same": what a person has said of two concerns, so that no list proposes them again
/// and nobody links their matters by mistake.
///
/// It holds between concerns and not between matters, so that it goes along when a concern is
/// linked: what is kept apart from one of a group is kept apart from the group (PEERS 1.2).
enum Apart {
    static func isBetween(
        _ one: ID<Matter>,
        and other: ID<Matter>,
        in tx: Transaction
    ) throws -> Bool {
        let found: Int? = try tx.value(
            """
            SELECT 1 FROM concerns c JOIN concerns_apart a ON a.one = c.id
            JOIN concerns d ON d.id = a.other
            WHERE c.matter = \(one) AND d.matter = \(other) LIMIT 1
            """
        )
        return found != nil
    }

    static func isBetween(
        _ one: ID<Concern>,
        and other: ID<Concern>,
        in tx: Transaction
    ) throws -> Bool {
        let found: Int? = try tx.value(
            "SELECT 1 FROM concerns_apart WHERE one = \(one) AND other = \(other)"
        )
        return found != nil
    }

    /// Kept in both directions, so that each side finds the other along one index.
    static func put(
        _ one: ID<Concern>,
        and other: ID<Concern>,
        at moment: Moment,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO concerns_apart (one, other, at)
            VALUES (\(one), \(other), \(moment)), (\(other), \(one), \(moment))
            """
        )
    }

    static func remove(_ one: ID<Concern>, and other: ID<Concern>, in tx: Transaction) throws {
        try tx.run(
            """
            DELETE FROM concerns_apart
            WHERE (one = \(one) AND other = \(other)) OR (one = \(other) AND other = \(one))
            """
        )
    }

    /// The numbers that are kept apart from a matter's concerns and that the viewer may see.
    static func lines(
        of matter: ID<Matter>,
        within sight: Sight,
        in tx: Transaction
    ) throws -> [ApartLine] {
        try tx.rows(
            """
            SELECT c.number AS own, d.number AS other, d.matter AS matter, a.at
            FROM concerns c JOIN concerns_apart a ON a.one = c.id
            JOIN concerns d ON d.id = a.other
            JOIN matters m ON m.id = d.matter AND \(sight.condition)
            WHERE c.matter = \(matter) ORDER BY a.at DESC, d.number LIMIT 50
            """
        ).map { row in
            ApartLine(
                own: try row["own"],
                other: try row["other"],
                matter: try row["matter"],
                at: try row["at"]
            )
        }
    }
}

/// Two concerns of which somebody said that they are not one matter.
package struct ApartLine: Codable, Sendable, Equatable {
    /// The number of the one in the matter that was asked about.
    package let own: String
    package let other: String
    package let matter: ID<Matter>
    package let at: Moment
}
