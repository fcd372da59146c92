import Storage

/// A message as it leaves: whom it reaches, and the few things it says.
///
/// There is no name in it, no word of a resident, and not what the concern is about.
package struct Outgoing: Sendable {
    package enum Recipient: Sendable {
        /// A unit's robot, by the unit's code.
        case robot(unit: String)
        case phone(String)
    }

    /// The same at every attempt, so that a gateway that knows it sends it once.
    package let key: String
    package let recipient: Recipient
    package let kind: Notice.Kind
    package let matter: ID<Matter>
    package let number: String?
    /// Until when the unit has time.
    package let due: Moment?
    /// The language that the resident asked for.
    package let language: String?
}

/// A resident's phone is shown by nothing that shows the whole.
extension Outgoing: CustomStringConvertible, CustomReflectable {
    package var description: String { "message \(key)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Outgoing.Recipient: CustomStringConvertible, CustomReflectable {
    package var description: String { "recipient" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where messages leave the house.
package struct Gateway: Sendable {
    package let send: @Sendable (Outgoing) async throws -> Message.Outcome

    package init(send: @escaping @Sendable (Outgoing) async throws -> Message.Outcome) {
        self.send = send
    }
}

extension Outgoing {
    /// Reads what a message says and unseals whom it reaches: both as they are now.
    static func reading(
        _ due: MessageRecords.Due,
        in turn: Turn
    ) throws -> Result<Outgoing, Undeliverable> {
        if let unit = due.unit { return try toRobot(due, of: unit, in: turn) }
        guard let concern = due.concern else { return .failure(Undeliverable(.gone)) }
        return try toPhone(due, of: concern, in: turn)
    }

    /// Whom it was for cannot be reached, today or later.
    struct Undeliverable: Error {
        let failure: Message.Failure

        init(_ failure: Message.Failure) {
            self.failure = failure
        }
    }

    private static func toRobot(
        _ due: MessageRecords.Due,
        of id: ID<Unit>,
        in turn: Turn
    ) throws -> Result<Outgoing, Undeliverable> {
        let subjects = try MessageRecords.subjects(of: due.matter, in: turn.tx)
        guard let unit = turn.town.unit(id), subjects.isDisjoint(with: turn.town.lineage(of: id))
        else { return .failure(Undeliverable(.gone)) }
        return .success(
            Outgoing(
                key: due.id.description,
                recipient: .robot(unit: unit.code),
                kind: due.kind,
                matter: due.matter,
                number: try MessageRecords.number(of: due.matter, in: turn.tx),
                due: try MessageRecords.dueAt(of: id, in: due.matter, turn.tx),
                language: nil
            )
        )
    }

    private static func toPhone(
        _ due: MessageRecords.Due,
        of concern: ID<Concern>,
        in turn: Turn
    ) throws -> Result<Outgoing, Undeliverable> {
        guard let found = try MessageRecords.resident(of: concern, in: turn.tx),
            found.state != .withdrawn,
            let details = try turn.contacts.details(of: found.contact).details
        else { return .failure(Undeliverable(.gone)) }
        guard let phone = details.phones.lazy.compactMap(mobile).first else {
            return .failure(Undeliverable(.noPhone))
        }
        return .success(
            Outgoing(
                key: due.id.description,
                recipient: .phone(phone),
                kind: due.kind,
                matter: due.matter,
                number: found.number,
                due: nil,
                language: details.language
            )
        )
    }

    private static func mobile(_ text: String) -> String? {
        do {
            let number = try PhoneNumber(reading: text, field: "phones")
            return number.kind == .mobile ? number.text : nil
        } catch {
            return nil
        }
    }
}

extension MessageRecords {
    static func number(of matter: ID<Matter>, in tx: Transaction) throws -> String? {
        try tx.value(
            "SELECT c.number FROM matters m JOIN concerns c ON c.id = m.voice WHERE m.id = \(matter)"
        )
    }

    /// The earliest limit that the unit has to keep in the matter.
    static func dueAt(
        of unit: ID<Unit>,
        in matter: ID<Matter>,
        _ tx: Transaction
    ) throws -> Moment? {
        let part: Moment? =
            try tx.value(
                """
                SELECT MIN(due_at) FROM assignments
                WHERE matter = \(matter) AND unit = \(unit) AND due_at < \(Moment.never)
                """,
                as: Moment?.self
            ) ?? nil
        let call: Moment? =
            try tx.value(
                """
                SELECT MIN(due_at) FROM whistle_calls
                WHERE matter = \(matter) AND unit = \(unit) AND is_open = 1 AND waits = 'unit'
                """,
                as: Moment?.self
            ) ?? nil
        return [part, call].compactMap(\.self).min()
    }

    static func resident(
        of concern: ID<Concern>,
        in tx: Transaction
    ) throws -> (contact: ID<Contact>, number: String, state: Concern.State)? {
        try tx.row("SELECT contact, number, state FROM concerns WHERE id = \(concern)").map {
            (try $0[0], try $0[1], try $0[2])
        }
    }
}
