import Storage

/// What all papers about a matter tell alike.
extension File {
    typealias Fields = [String: Document.Field]

    /// - Parameters:
    ///   - code: the kind's code in the pack's numbering.
    ///   - serial: which paper of its kind it is, counted from 1.
    func paper(
        _ kind: Document.Kind,
        numbered code: String,
        _ serial: Int,
        of number: String,
        _ fields: Fields,
        link: String? = nil,
        about subject: Document.Subject
    ) -> Document {
        let documentNumber = turn.town.numbering.paper(code, serial, of: number, on: turn.at)
        let office = turn.town.documents
        let everywhere: Fields = [
            "documentNumber": .text(documentNumber),
            "number": .text(number),
            "office": .name(office.office),
            "address": .name(office.address),
            "phone": .text(office.phone),
            "printedOn": .day(turn.at),
        ]
        return Document(
            kind: kind,
            fields: fields.merging(everywhere) { own, _ in own },
            link: link,
            number: documentNumber,
            subject: subject
        )
    }

    /// The concern as it was brought: words, number of people, and the requester as screens show
    /// one, which is not at all when that was asked for.
    func brought(_ concern: Concern, _ own: ResidentWords) throws -> Fields {
        var fields: Fields = ["registeredAt": .moment(concern.registeredAt)]
        fields["title"] = own.title.map { .text($0) }
        fields["content"] = own.content.map { .text($0) }
        if concern.people > 1 { fields["people"] = .count(concern.people) }
        guard concern.mode == .named else {
            fields["anonymous"] = .flag
            return fields
        }
        let masked = try Contact.details(of: concern.contact, in: turn).details?.masked
        fields["requester"] = masked?.name.map { .text($0) }
        fields["contact"] = masked?.phones.first.map { .text($0) }
        return fields
    }

    /// What the matter has been found to be.
    var classified: Fields {
        let town = turn.town
        var fields: Fields = [:]
        fields["class"] = matter.classCode.flatMap(town.disputeClass).map { .name($0.name) }
        fields["item"] = matter.item.flatMap(town.item).map { .name($0.name) }
        fields["place"] = (matter.grid ?? matter.village).flatMap(town.area).map { .name($0.name) }
        fields["urgency"] = .word(matter.urgency.rawValue, of: "urgency")
        if matter.confidential { fields["confidential"] = .flag }
        if matter.dangerNow { fields["danger"] = .flag }
        guard let route = matter.route.flatMap(town.legalRoute) else { return fields }
        fields["route"] = .name(route.title)
        fields["route-\(route.code)"] = .flag
        fields["routeBasis"] = route.basis.map { .name($0.citation) }
        return fields
    }

    func line(of clock: Clock) -> Fields? {
        guard let rule = turn.town.rule(of: clock) else { return nil }
        var fields: Fields = [
            "title": .name(rule.title),
            "due": .moment(clock.dueAt),
            "basis": .name(rule.basis.citation),
        ]
        if !rule.basis.text.isEmpty { fields["wording"] = .text(rule.basis.text) }
        if clock.provisional { fields["provisional"] = .flag }
        fields["reasons"] = turn.town.reckoning(of: clock).map { .days($0.days) }
        return fields
    }

    func unitName(_ id: ID<Unit>) -> Document.Field {
        turn.town.unit(id).map { .name($0.name) } ?? .text("–")
    }

    func officerName(_ id: ID<Officer>) throws -> Document.Field? {
        let name: String? = try turn.tx.value("SELECT name FROM officers WHERE id = \(id)")
        return name.map { .text($0) }
    }

    /// The concern that speaks for the matter.
    var voice: Concern? { concerns.first { $0.id == matter.voice } ?? concerns.first }
}

extension Numbering {
    /// The number of a paper that hangs below a concern; the concern's own where the pack has no
    /// pattern for the kind.
    func paper(_ code: String, _ serial: Int, of number: String, on moment: Moment) -> String {
        guard let document = documents.first(where: { $0.code == code }) else { return number }
        let digits = "\(serial)"
        let padded = String(repeating: "0", count: max(0, 2 - digits.count)) + digits
        return document.pattern.replacing("{number}", with: number)
            .replacing("{serial:2}", with: padded)
    }
}
