import Centre
import Hummingbird

extension WageFacts {
    init(_ fields: inout Fields) throws {
        self.init()
        project = try fields.optionalText("project", 1...200)
        owner = try fields.optionalText("owner", 1...200)
        generalContractor = try fields.optionalText("generalContractor", 1...200)
        crew = try fields.optionalText("crew", 1...200)
        specialAccount = try fields.optionalWord("specialAccount", as: Answer.self)
        deposit = try fields.optionalWord("deposit", as: Answer.self)
        rosterKept = try fields.optionalWord("rosterKept", as: Answer.self)
    }
}

extension GroupTable {
    private static let names = MemberReading.Column.allCases.map(\.rawValue)

    /// The lines of a call; what is wrong with one of them is told like a row of a sheet.
    init(_ fields: inout Fields, upTo most: Int) throws {
        let lines = try fields.objects("lines", upTo: most) { line in
            try GroupTable.names.map { try line.optionalText($0, 1...200) ?? "" }
        }
        guard !lines.isEmpty else { throw Fault(.missing, "lines") }
        self.init(
            columns: GroupTable.names,
            rows: lines.enumerated().map { Row(number: $0 + 1, cells: $1) }
        )
    }
}

extension PaymentOrder {
    init(_ fields: inout Fields) throws {
        let day = try fields.day("day")
        let total = Money(fen: try fields.fen("total"))
        let isRest = try fields.optionalFlag("rest") ?? false
        let lines = try fields.objects("lines", upTo: MemberReading.most) { line in
            (
                try line.whole("member", 1...999_999_999),
                Money(fen: try line.fen("amount"))
            )
        }
        guard isRest != !lines.isEmpty else { throw Fault(.missing, "lines") }
        let each = lines.enumerated().map { place, line in
            Line(row: place + 1, serial: line.0, sum: line.1)
        }
        self.init(paidOn: day, total: total, lines: isRest ? .rest : .each(each))
    }
}

extension Fields {
    mutating func serials(_ name: String) throws -> [Int] {
        try list(name, upTo: 20) { value, path in
            guard case .number(let digits) = value, let serial = Int(digits), serial > 0 else {
                throw Fault(.wrongType, path, ["expected": "integer"])
            }
            return serial
        }
    }
}

extension MemberList {
    private static let name = "members"

    init(_ query: inout Query) throws {
        self.init()
        which = try query.word("which", as: Which.self) ?? .all
        limit = try query.limit()
        after = try query.cursor(of: Self.name).map { Int(try $0.number(at: 0)) } ?? 0
    }

    static func cursor(_ last: Int) -> String {
        Cursor(of: name, [.number(Int64(last))]).text
    }

    static func place(_ text: String) throws -> Int? {
        try Cursor(text, of: name).map { Int(try $0.number(at: 0)) }
    }
}

/// A write whose body is a sheet.
enum SheetBody {
    static func read(
        _ request: Request,
        by caller: Caller
    ) async throws -> (table: GroupTable, operation: Operation) {
        let key = try Write.key(of: request)
        let body = try await request.body.collect(upTo: RawFile.bytes)
        let bytes = Array(body.readableBytesView)
        // With its query: what becomes of bad rows belongs to what is asked.
        let head = Array("\(request.method.rawValue) \(request.uri.string)\n".utf8)
        let operation = Operation(scope: caller.scope, key: key, content: head + bytes)
        return (try Workbook.table(bytes), operation)
    }
}
