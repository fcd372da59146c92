import Storage
import TestSupport
import Testing

@testable import Centre

@Suite struct `Erasing a person` {
    static let wu = `A resident's data`.wu

    @Test(arguments: Engine.all)
    func `leaves the concern, the counts and a whole chain`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            _ = try await house.record(.concernAnswered, on: .concern(concern.id))
            _ = try await house.record(.concernLinked, on: .matter(concern.matter))
            try await house.contacts { try $0.erase(concern.contact, by: .system("test")) }
            let concerns: Int? = try await house.database.read {
                try $0.value("SELECT COUNT(*) FROM concerns")
            }
            #expect(concerns == 1)
            let acts = try await house.entries(of: .concern(concern.id)).map(\.act)
            #expect(acts == [.concernRegistered, .concernAnswered, .contactErased])
            #expect(try await house.timeline.verify(house.database).findings == [])
        }
    }

    @Test(arguments: Engine.all)
    func `leaves an absence with a date, and no key to any word`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            try await house.contacts { try $0.erase(concern.contact, by: .system("test")) }
            let reading = try await house.contacts { try $0.details(of: concern.contact) }
            #expect(reading == .erased(at: SealedHouse.noon))
            #expect(reading.details == nil)
            #expect(try await house.contacts { try $0.vault(of: concern.contact) == nil })
            #expect(try await house.contacts { try $0.find(.phone, "13800001234") } == [])
            let left = try await house.database.read { tx in
                let row = try tx.row("SELECT key_box, details_box FROM contacts")
                let marks: Int? = try tx.value("SELECT COUNT(*) FROM contact_marks")
                let words: Int? = try tx.value("SELECT COUNT(*) FROM matter_words")
                return (row?.values, marks, words)
            }
            #expect(left.0 == [.null, .null])
            #expect(left.1 == 0)
            #expect(left.2 == 0)
        }
    }

    @Test(arguments: Engine.all)
    func `touches nobody else`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let wu = try await house.concern(of: Self.wu)
            let li = try await house.concern(of: Self.wu)
            try await house.contacts { try $0.erase(wu.contact, by: .system("test")) }
            #expect(
                try await house.contacts { try $0.details(of: li.contact) } == .present(Self.wu)
            )
            #expect(try await house.contacts { try $0.find(.phone, "13800001234") } == [li.contact])
            let words: Int? = try await house.database.read {
                try $0.value("SELECT COUNT(*) FROM matter_words")
            }
            #expect(words == 3)
        }
    }

    @Test(arguments: Engine.all)
    func `is done once, and nothing is corrected or shown afterwards`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let concern = try await house.concern(of: Self.wu)
            try await house.contacts { try $0.erase(concern.contact, by: .system("test")) }
            await #expect(throws: ContactRefusal.erased) {
                try await house.contacts { try $0.erase(concern.contact, by: .system("test")) }
            }
            await #expect(throws: ContactRefusal.erased) {
                try await house.contacts { register in
                    try register.correct(of: concern.id, to: Self.wu, by: .system("test"))
                }
            }
            let shown = try await house.contacts { register in
                try register.disclose(of: concern.id, to: .system("test"), for: .visit)
            }
            #expect(shown == .erased(at: SealedHouse.noon))
            let acts = try await house.entries(of: .concern(concern.id)).map(\.act)
            #expect(acts == [.concernRegistered, .contactErased])
        }
    }
}
