import Storage

/// Pauses and extensions as the one line each in which the due index keeps them:
/// `from/until/ground` and `amount/granted`, with a space between two of them.
enum ClockText {
    static func of(_ pauses: [Pause]) -> String {
        pauses.map { "\($0.from.milliseconds)/\($0.until.milliseconds)/\($0.ground)" }
            .joined(separator: " ")
    }

    static func of(_ extensions: [Clock.Extension]) -> String {
        extensions.map { "\($0.amount)/\($0.grantedAt.milliseconds)" }.joined(separator: " ")
    }

    static func pauses(_ text: String) throws -> [Pause] {
        try text.split(separator: " ").map { piece in
            let fields = piece.split(separator: "/", maxSplits: 2)
            guard fields.count == 3, let from = Int64(fields[0]), let until = Int64(fields[1])
            else { throw StorageError.unreadable("a pause of another form") }
            return Pause(
                from: Moment(milliseconds: from),
                until: Moment(milliseconds: until),
                ground: String(fields[2])
            )
        }
    }

    static func extensions(_ text: String) throws -> [Clock.Extension] {
        try text.split(separator: " ").map { piece in
            let fields = piece.split(separator: "/")
            guard fields.count == 2, let amount = Int(fields[0]), let at = Int64(fields[1])
            else { throw StorageError.unreadable("an extension of another form") }
            return Clock.Extension(amount: amount, grantedAt: Moment(milliseconds: at))
        }
    }
}
