import Centre
import Testing
import Web

@Suite struct FieldsTests {
    enum Colour: String, CaseIterable {
        case red
        case green
    }

    private func fields(_ json: String) throws -> Fields {
        try Fields(try JSONReader.read(Array(json.utf8)))
    }

    private func fault(_ json: String, _ read: (inout Fields) throws -> Void) -> Fault? {
        do {
            var fields = try fields(json)
            try read(&fields)
            try fields.nothingElse()
            return nil
        } catch { return error as? Fault }
    }

    @Test func `a body that is no object is refused`() {
        #expect(fault("[]") { _ in }?.word == "field-wrong-type")
        #expect(fault("[]") { _ in }?.field == "body")
    }

    @Test(
        arguments: [
            (#"{"t":"a"}"#, nil), (#"{"t":"中 🍁 é"}"#, nil), (#"{"t":"abcde"}"#, nil),
            ("{}", .missing),
            (#"{"t":null}"#, .missing), (#"{"t":5}"#, .wrongType), (#"{"t":""}"#, .empty),
            (#"{"t":" \u3000\u200b "}"#, .empty), (#"{"t":"abcdef"}"#, .tooLong),
            (#"{"t":"a\nb"}"#, .control), (#"{"t":"a\tb"}"#, .control),
            (#"{"t":"a\u0000"}"#, .control),
            (#"{"t":"a\u0085"}"#, .control), (#"{"t":"a\u202eb"}"#, .control),
            (#"{"t":"a\u2066b"}"#, .control), (#"{"t":"a\uffff"}"#, .control),
        ] as [(String, Fault.Kind?)]
    )
    func `a text in one line`(json: String, kind: Fault.Kind?) {
        #expect(fault(json) { _ = try $0.text("t", 1...5) }?.kind == kind)
    }

    @Test func `a text in several lines keeps its lines, however they end`() throws {
        var fields = try fields(#"{"a":"x\r\ny\n\tz","b":"x\ry"}"#)
        #expect(try fields.text("a", 1...10, .lines) == "x\ny\n\tz")
        #expect(throws: Fault(.control, "b")) { try fields.text("b", 1...10, .lines) }
    }

    @Test func `length is counted as people count, and marks without end are too long`() {
        let family = #"{"t":"👨‍👩‍👧👨‍👩‍👧"}"#
        #expect(fault(family) { _ = try $0.text("t", 1...3) } == nil)
        let marks = "{\"t\":\"e" + String(repeating: "\u{301}", count: 100) + "\"}"
        #expect(fault(marks) { _ = try $0.text("t", 1...5) }?.kind == .tooLong)
    }

    @Test func `nothing is trimmed`() throws {
        var fields = try fields(#"{"t":" a "}"#)
        #expect(try fields.text("t", 1...5) == " a ")
    }

    @Test(
        arguments: [
            (#"{"w":"red"}"#, nil), (#"{"w":"blue"}"#, .notAllowed), (#"{"w":"Red"}"#, .notAllowed),
            (#"{"w":1}"#, .wrongType), ("{}", .missing),
        ] as [(String, Fault.Kind?)]
    )
    func `a word of a closed list`(json: String, kind: Fault.Kind?) {
        let fault = fault(json) { _ = try $0.word("w", as: Colour.self) }
        #expect(fault?.kind == kind)
        if kind == .notAllowed { #expect(fault?.particulars["allowed"] == "red, green") }
    }

    @Test(
        arguments: [
            (#"{"n":1}"#, nil), (#"{"n":1000}"#, nil), (#"{"n":0}"#, .outOfRange),
            (#"{"n":1001}"#, .outOfRange), (#"{"n":-1}"#, .outOfRange), (#"{"n":1.0}"#, .wrongType),
            (#"{"n":1e2}"#, .wrongType), (#"{"n":"1"}"#, .wrongType), (#"{"n":true}"#, .wrongType),
            (#"{"n":99999999999999999999999999}"#, .outOfRange),
        ] as [(String, Fault.Kind?)]
    )
    func `a whole number`(json: String, kind: Fault.Kind?) {
        #expect(fault(json) { _ = try $0.whole("n", 1...1000) }?.kind == kind)
    }

    @Test(
        arguments: [
            ("0", 0), ("5900000.00", 590_000_000), ("12.5", 1250), ("0.01", 1),
            ("999999999999.99", 99_999_999_999_999), ("", nil), ("-1", nil), ("01", nil),
            ("1.", nil),
            ("1.234", nil), (".5", nil), ("1e3", nil), ("1000000000000", nil), ("1,5", nil),
            ("१", nil),
            ("1.-5", nil), ("+1", nil),
        ] as [(String, Int64?)]
    )
    func `money is a decimal string of yuan`(text: String, fen: Int64?) throws {
        var fields = try fields("{\"m\":\"\(text)\"}")
        do {
            #expect(try fields.fen("m") == fen)
        } catch {
            #expect(fen == nil)
            #expect(error == Fault(.impossible, "m"))
        }
    }

    @Test func `coordinates, moments, days, ids and flags`() throws {
        let id = "0199f5c2-7a10-7c3e-9b4d-2f6a1e8c5d70"
        var fields = try fields(
            """
            {"lng": 113.5, "at": "2026-11-23T09:30:00+08:00", "on": "2026-11-23", "id": "\(id)",
             "flag": false, "none": null}
            """
        )
        #expect(try fields.number("lng", -180...180) == 113.5)
        #expect(try fields.moment("at").text() == "2026-11-23T09:30:00+08:00")
        #expect(try fields.day("on").description == "2026-11-23")
        #expect(try fields.id("id", of: Officer.self).description == id)
        #expect(try fields.flag("flag") == false)
        #expect(try fields.optionalDay("none") == nil)
        try fields.nothingElse()
    }

    @Test(arguments: [
        (#"{"on":"2026-02-30"}"#, Fault.Kind.impossible), (#"{"on":"2026-2-3"}"#, .impossible),
        (#"{"on":20260203}"#, .wrongType),
    ])
    func `a day that is none`(json: String, kind: Fault.Kind) {
        #expect(fault(json) { _ = try $0.day("on") }?.kind == kind)
    }

    @Test func `a day stands for its beginning, or for its end where something lasts`() throws {
        var fields = try fields(#"{"a":"2026-12-31","b":"2026-12-31","c":"2026-12-31T08:00:00Z"}"#)
        #expect(try fields.momentOrDay("a", ending: true).text() == "2026-12-31T23:59:59+08:00")
        #expect(try fields.momentOrDay("b", ending: false).text() == "2026-12-31T00:00:00+08:00")
        #expect(try fields.momentOrDay("c", ending: true).text() == "2026-12-31T16:00:00+08:00")
    }

    @Test func `faults carry the dotted name`() {
        let json = #"{"requester":{"mode":"red","phones":["1",2]},"parties":[{"x":1}],"more":1}"#
        let phones = fault(json) {
            try $0.object("requester") { requester in
                _ = try requester.word("mode", as: Colour.self)
                _ = try requester.texts("phones", upTo: 5, 1...9)
            }
        }
        #expect(phones?.field == "requester.phones[1]")
        let unread = fault(json) { try $0.object("requester") { _ in } }
        #expect(unread == Fault(.unknown, "requester.mode"))
        let party = fault(json) {
            _ = try $0.objects("parties", upTo: 2) { try $0.text("name", 1...5) }
        }
        #expect(party == Fault(.missing, "parties[0].name"))
        let deep = fault(json) { _ = try $0.objects("parties", upTo: 2) { _ in } }
        #expect(deep == Fault(.unknown, "parties[0].x"))
    }

    @Test func `the first unknown field is refused by its name, in the order sent`() {
        #expect(
            fault(#"{"a":"x","zz":1,"bb":2}"#) { _ = try $0.text("a", 1...5) }
                == Fault(.unknown, "zz")
        )
        #expect(
            fault(#"{"a":"x","nil":null}"#) { _ = try $0.text("a", 1...5) }
                == Fault(.unknown, "nil")
        )
    }

    @Test func `lists have an end, and words stand once`() {
        #expect(
            fault(#"{"l":["red","green","red"]}"#) {
                _ = try $0.words("l", upTo: 2, as: Colour.self)
            }?.kind == .tooMany
        )
        #expect(
            fault(#"{"l":["red","red"]}"#) {
                _ = try $0.words("l", upTo: 2, as: Colour.self)
            } == Fault(.twice, "l[1]")
        )
        #expect(fault(#"{"l":{}}"#) { _ = try $0.texts("l", upTo: 2, 1...2) }?.kind == .wrongType)
        #expect(fault("{}") { _ = try $0.texts("l", upTo: 2, 1...2) } == nil)
    }
}
