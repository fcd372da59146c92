import Storage

extension ContactRegister {
    /// Erases a person (个人信息保护法 Art 47): with the key gone nobody reads the details or the words
    /// sealed under it, here or in a copy of the store.
    ///
    /// Concerns, counts and chains stay.
    /// - Parameter facts: the ground and the digest of the request, where an officer erases.
    package func erase(
        _ id: ID<Contact>,
        by actor: Actor,
        _ facts: [String: String] = [:]
    ) throws {
        let contact = try ContactRecords.find(id, in: tx)
        guard contact.vault != nil else { throw ContactRefusal.erased }
        try ContactRecords.erase(id, at: at, in: tx)
        for (concern, matter) in try ContactRecords.concerns(of: id, in: tx) {
            try timeline.record(
                .contactErased,
                on: .concern(concern),
                by: actor,
                at: at,
                matter: matter,
                concern: concern,
                facts: facts.merging(["contact": id.description]) { given, _ in given },
                world: world,
                in: tx
            )
        }
    }
}
