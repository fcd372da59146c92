import Storage

/// One work order on its way into the register.
struct Registration {
    let order: WorkOrder
    /// The officer at the window; nil for a resident alone.
    let actor: Actor?
    /// The import it belongs to, so that the import can be undone.
    var batch: ID<ImportBatch>?
    let turn: Turn

    func receipt() throws -> Receipt {
        let order = try order.checked(in: turn.town, at: turn.at)
        if let known = try known(order) {
            return try Update(order: order, concern: known, actor: actor, turn: turn).receipt()
        }
        return try register(order)
    }

    private func known(_ order: WorkOrder) throws -> ID<Concern>? {
        guard let external = order.source.externalNo else { return nil }
        return try turn.tx.value(
            """
            SELECT id FROM concerns
            WHERE channel = \(order.source.channel) AND external_no = \(external)
            """
        )
    }

    private func register(_ order: WorkOrder) throws -> Receipt {
        let id: ID<Concern> = turn.newID()
        let (contact, vault) = try Contact.create(order.details, at: turn.at, in: turn)
        let matter = try openMatter(for: order, voice: id)
        let number = try drawNumber()
        try insert(order, as: id, number: number, contact: contact, matter: matter.id)
        try keepWords(of: order, concern: id, matter: matter.id, vault: vault)
        try markConflicts(of: order, matter: matter.id, concern: id)
        var file = try File.open(matter.id, in: turn)
        try noteRegistration(of: order, in: &file)
        try file.save()
        try file.concerns[0].expect(order.attachments, by: actor ?? .resident(id), in: turn)
        return try file.receipt(of: 0)
    }

    private func openMatter(for order: WorkOrder, voice: ID<Concern>) throws -> Matter {
        let place = order.location(in: turn.town, on: turn.at.day(in: turn.town.offset))
        let matter = Matter(
            id: turn.newID(),
            stage: .registered,
            classCode: order.classCode,
            village: place.village,
            grid: place.grid,
            urgency: order.dangerNow ? .emergency : order.urgency,
            dangerNow: order.dangerNow,
            confidential: order.confidential || order.requester.mode == .confidential
                || turn.town.isConfidential(order.classCode),
            lock: try turn.house.keyring.newVault(world: turn.house.world),
            voice: voice,
            createdAt: turn.at,
            touchedAt: turn.at
        )
        try matter.insert(in: turn.tx)
        return matter
    }

    /// The next number of the year's book.
    ///
    /// It is drawn in the registering transaction, so a refused concern leaves no gap.
    private func drawNumber() throws -> String {
        let year = turn.at.day(in: turn.town.offset).year
        let series = turn.town.numbering.series(year: year)
        let serial: Int? = try turn.tx.value(
            """
            INSERT INTO number_books (series, last) VALUES (\(series), 1)
            ON CONFLICT (series) DO UPDATE SET last = number_books.last + 1
            RETURNING last
            """
        )
        return turn.town.numbering.number(serial: serial ?? 1, year: year)
    }

    private func insert(
        _ order: WorkOrder,
        as id: ID<Concern>,
        number: String,
        contact: ID<Contact>,
        matter: ID<Matter>
    ) throws {
        let point = order.place?.point?.inCGCS2000
        try turn.tx.run(
            """
            INSERT INTO concerns (id, number, state, channel, external_no, external_print, kind,
                mode, contact, home, matter, people, representatives, amount_fen, lng, lat,
                reply_wanted, received_at, registered_at, registered_by, batch)
            VALUES (\(id), \(number), \(Concern.State.registered), \(order.source.channel),
                \(order.source.externalNo), \(order.mark(keys: turn.house.keys)), \(order.kind),
                \(order.requester.mode), \(contact), \(matter), \(matter), \(order.people),
                \(order.representatives), \(order.amountFen), \(point?.lng), \(point?.lat),
                \(order.replyWanted), \(order.source.receivedAt ?? turn.at), \(turn.at),
                \(actor?.officer), \(batch))
            """
        )
    }

    private func keepWords(
        of order: WorkOrder,
        concern: ID<Concern>,
        matter: ID<Matter>,
        vault: Vault
    ) throws {
        try ConcernWords.keep(
            .registration,
            title: order.title,
            words: order.content,
            of: concern,
            vault: vault,
            in: turn
        )
        try MatterWords.index(order.title, matter: matter, concern: concern, in: turn)
    }

    private func noteRegistration(of order: WorkOrder, in file: inout File) throws {
        let concern = file.concerns[0]
        let actor = actor ?? .resident(concern.id)
        var facts = [
            "number": concern.number,
            "kind": order.kind.rawValue,
            "channel": order.source.channel.rawValue,
            "urgency": file.matter.urgency.rawValue,
            "people": "\(order.people)",
        ]
        facts["class"] = order.classCode
        facts["danger"] = order.dangerNow ? "yes" : nil
        try file.note(.concernLinked, by: actor, facts.merging(["home": "yes"]) { $1 })
        try file.note(.concernRegistered, to: concern, by: actor, facts)
        // What comes from a file was in danger long ago, if at all.
        guard order.dangerNow, batch == nil else { return }
        try file.tell(.dangerNow, ["channel": order.source.channel.rawValue])
    }
}
