extension Doctor {
    /// What is looked at, in the order in which one thing rests on another.
    static func examinations(of configuration: Configuration) -> [Examination] {
        let store = DoctorStore(configuration)
        return [
            .clock(),
            .dataDirectory(configuration.dataDirectory),
            .diskSpace(at: configuration.dataDirectory),
            .contactKey(configuration.contactKey),
            Examination(name: "database") { await store.facts().reach },
            Examination(name: "migrations") { await store.facts().migrations },
            Examination(name: "keys in the store") { await store.facts().keys },
            Examination(name: "pack in force") { await store.facts().pack },
            Examination(name: "gateways") { await store.facts().gateways },
        ]
    }
}
