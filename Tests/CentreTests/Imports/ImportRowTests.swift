import TestSupport
import Testing

@testable import Centre

/// One row of a foreign file on its way to a work order.
struct ImportRowTests {
    private func order(
        _ row: String,
        heading: String = "message_id,title,time,detail",
        map: ImportMap = .usual
    ) throws -> WorkOrder {
        let sheet = try ImportSheet("\(heading)\n\(row)\n", map: map)
        let first = try #require(sheet.rows.first)
        return try first.order(ImportSettings(name: "test"), offset: .china)
    }

    @Test func `a row becomes an order by its map`() throws {
        let order = try order("17,路灯不亮,2019-02-28 11:25:05,\"村口,\n第三盏\"")
        #expect(order.source.channel == .imported)
        #expect(order.source.externalNo == "17")
        #expect(order.source.receivedAt?.text() == "2019-02-28T11:25:05+08:00")
        #expect(order.title == "路灯不亮")
        #expect(order.content == "村口,\n第三盏")
        #expect(order.requester.mode == .anonymous)
    }

    @Test func `a title of a hundred characters stays, and one more is cut and kept whole`() throws
    {
        let hundred = String(repeating: "灯", count: 100)
        #expect(try order("1,\(hundred),,内容").title == hundred)
        let long = try order("1,\(hundred)亮,,内容")
        #expect(long.title == String(repeating: "灯", count: 99) + "…")
        #expect(long.content == "\(hundred)亮\n\n内容")
    }

    @Test(arguments: [
        ("1,,,只有内容", "只有内容", "只有内容"),
        ("1,只有标题,,", "只有标题", "只有标题"),
        ("1,\"两\n行\",,内容", "两 行", "内容"),
        ("1, 空白 ,,\u{0}内\u{7}容\u{200B}\r", "空白", "内容"),
    ])
    func `what no person reads is left out`(row: String, title: String, content: String) throws {
        let order = try order(row)
        #expect(order.title == title)
        #expect(order.content == content)
    }

    @Test(arguments: [
        ("2019/02/28 11:25", "2019-02-28T11:25:00+08:00"),
        ("2019-02-28", "2019-02-28T00:00:00+08:00"),
        ("2019-02-28T03:25:05Z", "2019-02-28T11:25:05+08:00"),
    ])
    func `a time is read as files write it`(text: String, moment: String) throws {
        #expect(try order("1,灯,\(text),内容").source.receivedAt?.text() == moment)
    }

    @Test(arguments: [
        (",灯,,内容", "field-empty"),
        ("1,,,", "field-empty"),
        ("1,灯,昨天,内容", "field-wrong-type"),
        ("1,灯,2019-02-30 11:25:05,内容", "field-wrong-type"),
        ("1,灯,,内容,多余", "import-row-length"),
        ("1,灯", "import-row-length"),
    ])
    func `a row that cannot be taken says why`(row: String, word: String) throws {
        let refusal = #expect(throws: (any Error).self) { try order(row) }
        #expect((refusal as? any Refusal)?.word == word)
    }

    @Test func `a text longer than any door takes is not cut`() throws {
        let words = String(repeating: "长", count: 6_999)
        #expect(try order("1,灯,,\(words)").content.count == 6_999)
        let tooLong = String(repeating: "长", count: ImportRow.contentLimit + 1)
        let refusal = #expect(throws: Fault.self) { try order("1,灯,,\(tooLong)") }
        #expect(refusal?.kind == .tooLong)
    }

    @Test func `a named requester is named, with a phone`() throws {
        let map = try ImportMap("id=externalNo,t=title,d=content,who=name,tel=phone")
        let order = try order("1,灯,内容,张三,13800138000", heading: "id,t,d,who,tel", map: map)
        #expect(order.requester.mode == .named)
        #expect(order.requester.name == "张三")
        #expect(order.requester.phones == ["13800138000"])
    }

    @Test(arguments: [
        ("id", "import-map-malformed"),
        ("=title", "import-map-malformed"),
        ("id=number", "import-field-unknown"),
        ("a=title,b=title", "import-field-twice"),
        ("a=title,b=content", "import-field-needed"),
    ])
    func `a map that cannot be followed is refused by its part`(text: String, word: String) {
        #expect { try ImportMap(text) } throws: { ($0 as? ImportRefusal)?.word == word }
    }

    @Test(arguments: [
        ("message_id,title,detail\n", "import-no-rows"),
        ("", "import-no-rows"),
        ("message_id,title\n1,灯\n", "import-column-missing"),
        ("message_id,title,time,detail\n1,\"灯,,内容\n", "import-quote-open"),
    ])
    func `a file that is no table for the map is refused as a whole`(text: String, word: String) {
        #expect { try ImportSheet(text) } throws: { ($0 as? ImportRefusal)?.word == word }
    }

    @Test func `rows are counted as a spreadsheet counts, lines as the file has them`() throws {
        let sheet = try ImportSheet("message_id,title,time,detail\n1,\"a\nb\",,x\n2,c,,y\n")
        #expect(sheet.rows.map(\.number) == [2, 3])
        #expect(sheet.rows.map(\.line) == [2, 4])
    }
}
