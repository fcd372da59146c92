import Centre
import Testing
import Web

@Suite struct CursorTests {
    private let id = ID<Officer>("0199f5c2-7a10-7c3e-9b4d-2f6a1e8c5d70")

    @Test(arguments: [0, -1, Int64.max, Int64.min, 1_795_000_000_000])
    func `comes back as it was written`(number: Int64) throws {
        let id = try #require(id)
        let text = Cursor(of: "matters.due", number, id).text
        #expect(
            text.utf8.allSatisfy {
                Character(Unicode.Scalar($0)).isLetter || "0123456789-_".utf8.contains($0)
            }
        )
        let cursor = try #require(Cursor(text, of: "matters.due"))
        #expect(try cursor.number(at: 0) == number)
        #expect(try cursor.id(at: 1) == id)
    }

    @Test func `belongs to one list and order`() throws {
        let text = Cursor(of: "matters.due", 5, try #require(id)).text
        #expect(Cursor(text, of: "matters.created") == nil)
        #expect(Cursor(text, of: "matters") == nil)
    }

    @Test(arguments: ["", "x", "====", "AAAA", "中文", "AQFh=", String(repeating: "A", count: 500)])
    func `any other text is none`(text: String) {
        #expect(Cursor(text, of: "a") == nil)
    }

    @Test func `a changed cursor is none, or another of the same shape`() throws {
        let text = Cursor(of: "m", 5, try #require(id)).text
        for length in 0..<text.count {
            let cut = Cursor(String(text.prefix(length)), of: "m")
            #expect(cut == nil || cut?.keys.count == 1 || cut?.keys.isEmpty == true)
        }
        #expect(Cursor(text + "A", of: "m") == nil)
    }

    @Test func `a key of another kind is refused, not guessed`() throws {
        let cursor = Cursor(of: "m", [.bytes([1, 2])])
        #expect(throws: WebRefusal.cursorUnreadable) { try cursor.number(at: 0) }
        #expect(throws: WebRefusal.cursorUnreadable) { try cursor.id(at: 0, of: Officer.self) }
        #expect(throws: WebRefusal.cursorUnreadable) { try cursor.number(at: 3) }
    }
}
