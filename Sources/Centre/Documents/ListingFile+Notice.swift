import Storage

extension ListingFile {
    /// What the public is told of a listing: what is wrong, what is done about it, who answers for
    /// it, until when; and that it was removed, after whose test.
    func notice(
        _ kind: Document.Kind,
        as view: ListingView,
        for actor: Actor
    ) throws -> Document {
        if kind == .removalNotice, listing.state != .removed { throw DocumentRefusal.notRemoved }
        var fields = listed(view)
        switch kind {
        case .removalNotice:
            fields["test"] = view.history.last { $0.act == .listingTestPassed }?.words
                .map { .text($0) }
            fields["removedOn"] = listing.removedOn.map(day)
            fields["watchedUntil"] = listing.watchedUntil.map(day)
        default:
            fields["measures"] = .text(view.measures)
            fields["until"] = day(listing.until)
            if listing.relapses > 0 { fields["relapses"] = .count(listing.relapses) }
        }
        return Document(
            kind: kind,
            fields: fields,
            link: nil,
            number: listing.number,
            subject: .init(actor: actor, listing: listing.id)
        )
    }

    private func listed(_ view: ListingView) -> [String: Document.Field] {
        let office = turn.town.documents
        var fields: [String: Document.Field] = [
            "documentNumber": .text(listing.number), "number": .text(listing.number),
            "office": .name(office.office), "address": .name(office.address),
            "phone": .text(office.phone), "printedOn": .day(turn.at),
            "subject": .word(listing.subject.rawValue, of: "listing-subject"),
            "problem": .text(view.problem), "leader": .text(view.leader),
            "openedAt": .day(listing.openedAt),
        ]
        fields["name"] = listing.code.map { .name(name(ofCode: $0)) } ?? .text(view.name)
        fields["unit"] = turn.town.unit(listing.unit).map { .name($0.name) }
        guard let ground = turn.town.supervision.ground(listing.ground) else { return fields }
        fields["ground"] = .name(ground.title)
        fields["basis"] = .name(ground.basis.citation)
        if !ground.basis.text.isEmpty { fields["wording"] = .text(ground.basis.text) }
        return fields
    }

    private func day(_ day: Day) -> Document.Field { .day(day.start(in: turn.town.offset)) }
}
