import Foundation
import Testing

@testable import Centre

@Suite struct `The centre's keys` {
    static let key = Data(repeating: 7, count: 32).base64EncodedString()
    static let other = Data(repeating: 8, count: 32).base64EncodedString()

    @Test func `the first line is the current key`() throws {
        let keyring = try Keyring(
            text: "\n# kept in the safe\n 2:\(Self.key) \r\n1:\(Self.other)\n"
        )
        #expect(keyring.current == 2)
        #expect(keyring.versions == [1, 2])
    }

    @Test(arguments: [
        ("", KeyringRefusal.empty), ("# nothing", .empty), (key, .unreadableLine(1)),
        ("x:\(key)", .unreadableLine(1)), ("0:\(key)", .unreadableLine(1)),
        ("1:\(key)\n\n2;\(key)", .unreadableLine(3)), ("3:!!!", .notBase64(version: 3)),
        ("3:\(key.dropLast())", .notBase64(version: 3)), ("3:AAAA", .wrongLength(version: 3)),
        ("3:", .wrongLength(version: 3)), ("1:\(key)\n1:\(other)", .versionTwice(version: 1)),
    ])
    func `a keyring that cannot be read is refused by name`(text: String, why: KeyringRefusal) {
        #expect(throws: why) { try Keyring(text: text) }
        #expect(!"\(why) \(why.particulars)".contains(Self.key.prefix(8)))
    }

    @Test func `the line of a new key takes over`() throws {
        let old = try Keyring(text: "4:\(Self.key)")
        let line = old.successorLine(world: .real)
        let new = try Keyring(text: "\(line)\n4:\(Self.key)")
        #expect(new.current == 5)
        #expect(try Keyring(text: Keyring.newLine(version: 1, world: .real)).current == 1)
    }

    @Test func `nothing that is printed holds a key`() throws {
        let keyring = try Keyring(text: "2:\(Self.key)")
        let vault = try keyring.open(try keyring.newVault(world: .real))
        var dumped = ""
        dump(keyring, to: &dumped)
        dump(vault, to: &dumped)
        let shown = "\(keyring) \(String(reflecting: keyring)) \(vault) \(dumped)"
        #expect(
            !shown.contains(Self.key) && !shown.contains("7, 7") && !shown.contains("Symmetric")
        )
    }
}

@Suite struct `A vault` {
    let keyring: Keyring
    let locked: LockedVault
    let vault: Vault

    init() throws {
        keyring = try Keyring(text: Keyring.newLine(version: 1, world: .real))
        locked = try keyring.newVault(world: .real)
        vault = try keyring.open(locked)
    }

    @Test(arguments: ["", "吴先生", String(repeating: "长", count: 5000), "a\u{0}b"])
    func `opens what it sealed`(words: String) throws {
        let box = try vault.seal(words, as: "words")
        #expect(try vault.open(box, as: "words") == words)
        #expect(try vault.seal(words, as: "words") != box)
    }

    @Test func `does not open for another purpose`() throws {
        let box = try vault.seal("吴先生", as: "concern.words")
        #expect(throws: VaultError.doesNotOpen) { try vault.open(box, as: "concern.title") }
    }

    @Test func `does not open with another key`() throws {
        let box = try vault.seal("吴先生", as: "words")
        let other = try keyring.open(try keyring.newVault(world: .real))
        #expect(throws: VaultError.doesNotOpen) { try other.open(box, as: "words") }
        let stranger = try Keyring(text: Keyring.newLine(version: 1, world: .real))
        #expect(throws: VaultError.doesNotOpen) { try stranger.open(locked) }
    }

    @Test func `does not open when a byte was changed, or some are gone`() throws {
        let box = try vault.seal("吴先生", as: "words")
        for place in box.indices {
            var changed = box
            changed[place] ^= 1
            #expect(throws: VaultError.doesNotOpen) { try vault.open(changed, as: "words") }
        }
        for count in [0, 5, 27, box.count - 1] {
            #expect(throws: VaultError.doesNotOpen) {
                try vault.open(Array(box.prefix(count)), as: "words")
            }
        }
    }

    @Test func `names the key that is missing, and its version cannot be changed`() throws {
        let next = try Keyring(text: Keyring.newLine(version: 2, world: .real))
        #expect(throws: VaultError.keyMissing(version: 1)) { try next.open(locked) }
        let line = "1:\(VaultTests.key)\n2:\(VaultTests.key)"
        let twin = try Keyring(text: line)
        let first = try twin.newVault(world: .real)
        #expect(throws: VaultError.doesNotOpen) {
            try twin.open(LockedVault(box: first.box, version: 2))
        }
    }

    private enum VaultTests {
        static let key = Data(repeating: 9, count: 32).base64EncodedString()
    }
}
