import Testing

@testable import Centre

struct PasswordTests {
    private static let quick = PasswordCost(rounds: 16)

    @Test func `a password is found again in its kept text, and no other is`() throws {
        let kept = try PasswordHash(of: "枫桥的风吹过来", cost: Self.quick, salt: salt(7)).text
        let hash = try #require(PasswordHash(text: kept))
        #expect(kept.hasPrefix("scrypt$16$8$1$"))
        #expect(hash.text == kept)
        #expect(try hash.matches("枫桥的风吹过来"))
        #expect(try !hash.matches("枫桥的风吹过去"))
        #expect(try !hash.matches(""))
    }

    /// RFC 7914 section 12 gives 64 octets; scrypt's first 32 do not depend on the length.
    @Test func `the hash is scrypt as the RFC has it`() throws {
        let salt = Array("SodiumChloride".utf8)
        let cost = PasswordCost(rounds: 16384, blockSize: 8, parallelism: 1)
        let hash = try PasswordHash(of: "pleaseletmein", cost: cost, salt: salt)
        let expected: [UInt8] = [
            0x70, 0x23, 0xbd, 0xcb, 0x3a, 0xfd, 0x73, 0x48, 0x46, 0x1c, 0x06, 0xcd, 0x81, 0xfd,
            0x38, 0xeb, 0xfd, 0xa8, 0xfb, 0xba, 0x90, 0x4f, 0x8e, 0x3e, 0xa9, 0xb5, 0x43, 0xf6,
            0x54, 0x5d, 0xa1, 0xf2,
        ]
        #expect(hash.hash == expected)
    }

    @Test func `the same password with another salt is kept as another text`() throws {
        let one = try PasswordHash(of: "correct horse", cost: Self.quick, salt: salt(1))
        let other = try PasswordHash(of: "correct horse", cost: Self.quick, salt: salt(2))
        #expect(one.hash != other.hash)
    }

    @Test func `full-width and half-width signs are the same password`() throws {
        let hash = try PasswordHash(of: "ａｂｃ１２３", cost: Self.quick, salt: salt(3))
        #expect(try hash.matches("abc123"))
    }

    @Test func `nothing matches the decoy`() throws {
        let decoy = PasswordHash.decoy(cost: Self.quick)
        #expect(try !decoy.matches(""))
        #expect(try !decoy.matches("password"))
        #expect(PasswordHash(text: decoy.text) != nil)
    }

    @Test(arguments: [
        "", "scrypt", "bcrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "scrypt$15$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$0$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$1073741824$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$16$8$1$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "scrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAA!$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ])
    func `a kept text that is none of ours is not read`(_ text: String) {
        #expect(PasswordHash(text: text) == nil)
    }

    @Test(arguments: [
        ("elevenchars", "chen", PasswordRefusal.tooShort as PasswordRefusal?),
        ("twelve chars", "chen", nil),
        ("十二个字的密码也算够长了呀", "chen", nil),
        (String(repeating: "long ", count: 26), "chen", .tooLong),
        ("Password1234", "chen", .tooCommon),
        ("password1234password1234", "chen", .tooCommon),
        ("aaaaaaaabbbb", "chen", .tooCommon),
        ("121212121212", "chen", .tooCommon),
        ("the CHEN family house", "chen", .holdsLogin),
        ("a line about lions", "li", nil),
    ])
    func `a new password is long, uncommon and not the login`(
        _ text: String,
        _ login: String,
        _ refusal: PasswordRefusal?
    ) {
        #expect(
            refused { () throws(PasswordRefusal) in try NewPassword(text, login: login) } == refusal
        )
    }

    @Test func `the room computes beside the pool and refuses when its line is full`() async throws
    {
        let room = PasswordRoom(atOnce: 1, waiting: 0)
        let answer = try await room.run {
            6 * 7
        }
        #expect(answer == 42)
        let (entered, signal) = AsyncStream.makeStream(of: Void.self)
        let (left, release) = AsyncStream.makeStream(of: Void.self)
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await room.run {
                    signal.yield()
                    gate.wait()
                }
                release.yield()
            }
            var entering = entered.makeAsyncIterator()
            await entering.next()
            await #expect(throws: ComeBackLater(.signInBusy, seconds: 1)) {
                try await room.run {}
            }
            gate.open()
            var leaving = left.makeAsyncIterator()
            await leaving.next()
            try await room.run {}
            try await group.waitForAll()
        }
    }

    private func salt(_ byte: UInt8) -> [UInt8] { Array(repeating: byte, count: 16) }
}
