import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `A resident's data` {
    static let wu = ContactDetails(
        name: "吴小明",
        phones: ["13800001234", "0760-88881234"],
        idNumber: "44200019900307123X",
        address: "东街道新平村三队12号",
        parties: [Party(role: "respondent", kind: .person, name: "陈大文")]
    )
    /// What may be seen nowhere in the store.
    static let secrets = [
        "吴小明", "13800001234", "88881234", "44200019900307123", "新平村", "陈大文",
    ]

    @Test(arguments: Engine.all)
    func `is read back, and its vault holds the words too`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let (id, box) = try await house.contacts { register in
                let (id, vault) = try register.create(Self.wu, at: register.at)
                return (id, try vault.seal("邻居的墙", as: "concern.words"))
            }
            #expect(try await house.contacts { try $0.details(of: id) } == .present(Self.wu))
            let words = try await house.contacts { register in
                try register.vault(of: id)?.open(box, as: "concern.words")
            }
            #expect(words == "邻居的墙")
        }
    }

    @Test(arguments: Engine.all)
    func `of nobody is not found`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let nobody: ID<Contact> = house.newID()
            await #expect(throws: NotFound.self) {
                _ = try await house.contacts { try $0.details(of: nobody) }
            }
        }
    }

    @Test(
        arguments: Engine.all,
        [
            (Contact.MarkKind.phone, "138 0000 1234", true), (.phone, "+86 13800001234", true),
            (.phone, "０７６０－８８８８１２３４", true), (.phone, "13800001235", false),
            (.idNumber, "44200019900307123x", true), (.idNumber, "13800001234", false),
        ]
    )
    func `is found by an equal number however it is written`(
        engine: Engine,
        sought: (Contact.MarkKind, String, Bool)
    ) async throws {
        try await SealedHouse.with(engine) { house in
            let id = try await house.contacts { try $0.create(Self.wu, at: $0.at).0 }
            let found = try await house.contacts { try $0.find(sought.0, sought.1) }
            #expect(found == (sought.2 ? [id] : []))
        }
    }

    @Test(arguments: Engine.all)
    func `of two people does not change places`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let (wu, li) = try await house.contacts { register in
                let wu = try register.create(Self.wu, at: register.at).0
                let li = try register.create(ContactDetails(name: "李红"), at: register.at).0
                return (wu, li)
            }
            try await house.database.write { tx in
                for column in ["key_box", "details_box"] {
                    let name = SQL(trusted: column)
                    try tx.run(
                        """
                        UPDATE contacts SET \(name) = (SELECT \(name) FROM contacts WHERE id = \(wu))
                        WHERE id = \(li)
                        """
                    )
                }
            }
            await #expect(throws: VaultError.doesNotOpen) {
                _ = try await house.contacts { try $0.details(of: li) }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `lies nowhere in clear`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            let officer = Actor.officer(house.newID(), .mediator)
            try await house.contacts { register in
                _ = try register.disclose(of: concern.id, to: officer, for: .mediation)
                var moved = Self.wu
                moved.address = "西街道"
                try register.correct(of: concern.id, to: moved, by: officer)
                try register.erase(concern.contact, by: officer)
            }
            let told = try await house.everythingStored()
            #expect(told.contains("contactDisclosed"))
            for secret in Self.secrets { #expect(!told.contains(secret)) }
        }
    }

    @Test(arguments: Engine.all)
    func `is shown for a purpose, and the resident sees who looked`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            let officer = Actor.officer(house.newID(), .mediator)
            let shown = try await house.contacts { register in
                try register.disclose(of: concern.id, to: officer, for: .callBack)
            }
            #expect(shown == .present(Self.wu))
            let looks = try await house.contacts { try $0.disclosures(of: concern.id) }
            let fields = ["name", "phones", "idNumber", "address", "parties"]
            let look = Disclosure(
                at: SealedHouse.noon,
                actor: officer,
                purpose: .callBack,
                fields: fields
            )
            #expect(looks == [look])
        }
    }

    @Test(arguments: [
        (nil, Fault.Kind.missing), ("", .missing), ("curiosity", .unknownCode),
        ("Visit", .unknownCode),
    ])
    func `is not shown without a purpose`(word: String?, kind: Fault.Kind) {
        #expect(throws: Fault(kind, "purpose")) { try DisclosurePurpose(reading: word) }
    }

    @Test(arguments: Engine.all)
    func `is corrected, and the old box is gone`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            var right = Self.wu
            right.phones = ["13900001111"]
            right.name = "吴晓明"
            let corrected = right
            let former = try await house.detailsBox(of: concern.contact)
            try await house.contacts { register in
                try register.correct(
                    of: concern.id,
                    to: corrected,
                    by: .resident(concern.id)
                )
            }
            let box = try await house.detailsBox(of: concern.contact)
            let entry = try await house.entries(of: .concern(concern.id)).last
            #expect(entry?.act == .contactCorrected)
            #expect(
                entry?.facts == [
                    "contact": concern.contact.description,
                    "fields": "name,phones",
                    "details.digest": sealedDigest(box),
                    "formerDetails.digest": sealedDigest(former),
                ]
            )
            let reading = try await house.contacts { try $0.details(of: concern.contact) }
            #expect(reading == .present(corrected))
            #expect(try await house.contacts { try $0.find(.phone, "13800001234") } == [])
            let found = try await house.contacts { try $0.find(.phone, "13900001111") }
            #expect(found == [concern.contact])
        }
    }

    @Test(arguments: Engine.all)
    func `is not corrected to what it is`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            await #expect(throws: ContactRefusal.unchanged) {
                try await house.contacts { register in
                    try register.correct(of: concern.id, to: Self.wu, by: .resident(concern.id))
                }
            }
        }
    }
}
