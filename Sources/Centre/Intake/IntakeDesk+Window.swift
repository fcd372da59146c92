import Storage

extension IntakeDesk {
    /// For how long after registering the officer is still with the resident: the code is shown
    /// and the next concern of the same person is begun.
    package static let atTheWindow: Int64 = 10 * 60_000

    /// Whether a phone has brought a concern before, under a name and not in confidence.
    ///
    /// One concern is told of, the latest; the look is entered where its resident can read it
    /// (个人信息保护法 Art 44). Nobody gets a list of what a person ever asked.
    /// - Parameter takingName: the officer asked for the name, to put it on the new concern.
    package func match(
        phone text: String,
        takingName: Bool,
        for viewer: Viewer
    ) async throws -> PhoneMatch? {
        let actor = try viewer.actor(for: .register)
        return try await house.database.write { [house] tx in
            let turn = house.turn(in: tx)
            let phone = try PhoneNumber(
                reading: text,
                field: "requester.phones[0]",
                areaCode: turn.town.manifest.phoneAreaCode
            ).text
            let sight = Sight(viewer, using: .register, in: turn.town)
            let contacts = try turn.contacts.find(.phone, phone)
            guard let concern = try Concern.latestNamed(of: contacts, within: sight, in: tx),
                let details = try turn.contacts.details(of: concern.contact).details
            else { return nil }
            let fields = takingName ? "name,phones" : "phones"
            try turn.enterLook(at: concern, by: actor, fields: fields)
            return PhoneMatch(
                number: concern.number,
                registeredAt: concern.registeredAt,
                name: takingName ? details.name : nil
            )
        }
    }

    /// Name and phone of whoever the officer has just registered, for the next concern.
    package func samePerson(_ number: String, for viewer: Viewer) async throws -> SamePerson {
        let actor = try viewer.actor(for: .register)
        return try await house.database.write { [house] tx in
            let turn = house.turn(in: tx)
            let concern = try Concern.find(number: number, in: tx)
            guard try turn.isAtTheWindow(concern, viewer),
                let details = try turn.contacts.details(of: concern.contact).details
            else { throw NotFound() }
            try turn.enterLook(at: concern, by: actor, fields: "name,phones")
            return SamePerson(mode: concern.mode, name: details.name, phones: details.phones)
        }
    }

    /// What was promised on registering, for whoever registered it or may see it.
    package func receipt(_ number: String, for viewer: Viewer) async throws -> WindowReceipt {
        try viewer.require(.register)
        return try await house.look { turn in
            let concern = try Concern.find(number: number, in: turn.tx)
            let isHere = try turn.isAtTheWindow(concern, viewer)
            if !isHere {
                let sight = Sight(viewer, using: .register, in: turn.town)
                _ = try Matter.find(concern.matter, within: sight, in: turn.tx)
            }
            let (file, place) = try File.reading(concern.matter, in: turn).at(concern)
            let receipt = try file.receipt(of: place)
            return WindowReceipt(
                number: receipt.number,
                queryCode: isHere ? receipt.queryCode : nil,
                matter: receipt.matter,
                stage: receipt.stage,
                dangerNow: file.matter.dangerNow,
                registeredAt: concern.registeredAt,
                mode: concern.mode,
                channel: concern.channel,
                externalNo: concern.externalNo,
                promises: receipt.promises
            )
        }
    }
}

extension Turn {
    fileprivate func isAtTheWindow(_ concern: Concern, _ viewer: Viewer) throws -> Bool {
        let registrar: ID<Officer>? =
            try tx.value(
                "SELECT registered_by FROM concerns WHERE id = \(concern.id)",
                as: ID<Officer>?.self
            ) ?? nil
        let age = at.milliseconds - concern.registeredAt.milliseconds
        return registrar == viewer.officer && age <= IntakeDesk.atTheWindow
    }

    fileprivate func enterLook(at concern: Concern, by actor: Actor, fields: String) throws {
        try house.timeline.record(
            .contactDisclosed,
            on: .concern(concern.id),
            by: actor,
            at: at,
            concern: concern.id,
            facts: [
                "contact": concern.contact.description,
                "purpose": DisclosurePurpose.verification.rawValue,
                "fields": fields,
            ],
            world: house.world,
            in: tx
        )
    }
}

extension Concern {
    fileprivate static func latestNamed(
        of contacts: [ID<Contact>],
        within sight: Sight,
        in tx: Transaction
    ) throws -> Concern? {
        guard !contacts.isEmpty else { return nil }
        return try tx.row(
            """
            SELECT \(columns) FROM concerns c JOIN matters m ON m.id = c.matter
            WHERE c.contact IN \(list: contacts) AND c.mode = 'named' AND m.confidential = 0
                AND \(sight.condition)
            ORDER BY c.registered_at DESC, c.id DESC LIMIT 1
            """
        ).map(Concern.init)
    }
}
