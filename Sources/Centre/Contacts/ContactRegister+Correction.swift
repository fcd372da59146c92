/// What cannot be done with a resident's data.
package enum ContactRefusal: String, Refusal, CaseIterable {
    case erased = "contact-erased"
    case unchanged = "contact-unchanged"
}

extension ContactRegister {
    /// Puts right what is known of a concern's resident (个人信息保护法 Art 46).
    ///
    /// The old box is gone; the entry keeps the digests of both and the names of the fields.
    package func correct(
        of concern: ID<Concern>,
        to details: ContactDetails,
        by actor: Actor
    ) throws {
        let id = try ContactRecords.contact(of: concern, in: tx)
        guard let vault = try vault(of: id),
            let former = try ContactRecords.detailsBox(of: id, in: tx)
        else { throw ContactRefusal.erased }
        let before = try ContactDetails(opening: former, in: vault, of: id)
        guard before != details else { throw ContactRefusal.unchanged }
        let box = try details.sealed(in: vault, of: id)
        try ContactRecords.put(box, of: id, in: tx)
        let marks = ContactMark.all(of: details, keys: keys)
        try ContactRecords.put(marks, of: id, in: tx)
        try timeline.record(
            .contactCorrected,
            on: .concern(concern),
            by: actor,
            at: at,
            concern: concern,
            facts: [
                "contact": id.description,
                "fields": details.fields(unlike: before).joined(separator: ","),
                "details.digest": sealedDigest(box),
                "formerDetails.digest": sealedDigest(former),
            ],
            world: world,
            in: tx
        )
    }
}

extension ContactDetails {
    /// The names of the fields in which two sets of details differ.
    func fields(unlike other: ContactDetails) -> [String] {
        let unlike: [(String, Bool)] = [
            ("name", name != other.name), ("phones", phones != other.phones),
            ("idNumber", idNumber != other.idNumber), ("address", address != other.address),
            ("role", role != other.role), ("language", language != other.language),
            ("needs", needs != other.needs), ("parties", parties != other.parties),
            ("further", further != other.further),
        ]
        return unlike.filter(\.1).map(\.0)
    }
}
