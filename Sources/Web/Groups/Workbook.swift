import Centre
import Foundation

/// A sheet as somebody sends it: an Excel workbook (.xlsx, ECMA-376) or CSV in UTF-8.
enum Workbook {
    static func table(_ bytes: [UInt8]) throws -> GroupTable {
        guard ZipFile.isOne(bytes) else {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw GroupRefusal.sheetUnreadable
            }
            return try GroupTable(csv: text)
        }
        do {
            return try excel(try ZipFile(bytes))
        } catch is ZipFile.Unreadable {
            throw GroupRefusal.sheetUnreadable
        }
    }

    /// The first worksheet.
    private static func excel(_ archive: ZipFile) throws -> GroupTable {
        let sheets = archive.names.filter {
            $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml")
        }
        let usual = "xl/worksheets/sheet1.xml"
        let name = sheets.contains(usual) ? usual : sheets.first ?? ""
        guard let sheet = try archive.content(of: name) else { throw ZipFile.Unreadable() }
        var shared: [String] = []
        if let strings = try archive.content(of: "xl/sharedStrings.xml") {
            shared = try sharedStrings(strings)
        }
        var reader = SheetReader(shared: shared)
        let rows = try reader.rows(of: sheet)
        // Many a sheet has a title above its heading, alone in its row.
        let isHeading = { (row: GroupTable.Row) in row.cells.filter { !$0.isEmpty }.count > 1 }
        guard let place = rows.firstIndex(where: isHeading) else {
            throw GroupRefusal.columnMissing
        }
        return GroupTable(columns: rows[place].cells, rows: Array(rows[(place + 1)...]))
    }

    private static func sharedStrings(_ bytes: [UInt8]) throws -> [String] {
        var markup = SheetMarkup(bytes)
        var strings: [String] = []
        var text: String?
        var (isText, isPhonetic) = (false, false)
        while let piece = try markup.next() {
            switch piece {
            case .open("si", _, let isEmpty):
                text = ""
                if isEmpty { strings.append("") }
            case .close("si"): strings.append(text ?? "")
            case .open("rPh", _, let isEmpty): isPhonetic = !isEmpty
            case .close("rPh"): isPhonetic = false
            case .open("t", _, let isEmpty): isText = !isEmpty
            case .close("t"): isText = false
            case .text(let run): if isText, !isPhonetic { text = (text ?? "") + run }
            default: break
            }
        }
        return strings
    }
}

/// Rows and cells of one worksheet.
private struct SheetReader {
    let shared: [String]
    private var rows: [GroupTable.Row] = []
    private var cells: [String] = []
    private var number = 0
    private var column = 0
    private var kind = ""
    private var value = ""
    private var isValue = false

    init(shared: [String]) {
        self.shared = shared
    }

    mutating func rows(of sheet: [UInt8]) throws -> [GroupTable.Row] {
        var markup = SheetMarkup(sheet)
        while let piece = try markup.next() {
            switch piece {
            case .open("row", let named, let isEmpty): begin(named, isEmpty: isEmpty)
            case .close("row"): rows.append(.init(number: number, cells: cells))
            case .open("c", let named, let isEmpty):
                (kind, value) = (named["t"] ?? "n", "")
                column = named["r"].flatMap(SheetReader.column) ?? column + 1
                if isEmpty { put("") }
            case .close("c"): try put(said())
            case .open("v", _, let isEmpty), .open("t", _, let isEmpty): isValue = !isEmpty
            case .close("v"), .close("t"): isValue = false
            case .text(let run): if isValue { value += run }
            default: break
            }
            guard rows.count <= MemberReading.most + 1 else { throw GroupRefusal.linesTooMany }
        }
        return rows
    }

    private mutating func begin(_ named: [String: String], isEmpty: Bool) {
        number = named["r"].flatMap { Int($0) } ?? number + 1
        (cells, column) = ([], 0)
    }

    private mutating func put(_ text: String) {
        // A sheet that people fill in has few columns.
        guard (1...100).contains(column) else { return }
        while cells.count < column { cells.append("") }
        cells[column - 1] = text
    }

    private func said() throws -> String {
        switch kind {
        case "s":
            guard let place = Int(value), shared.indices.contains(place) else {
                throw ZipFile.Unreadable()
            }
            return shared[place]
        case "n": return SheetReader.written(value)
        default: return value
        }
    }

    /// A number as Excel shows it: fifteen digits, so that 17352.939999999999 is 17352.94.
    private static func written(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (48...57).contains($0) }
        guard !isPlain, let number = Double(text) else { return text }
        let plain = String(format: "%.15g", number)
        guard plain.contains("e"), number.rounded() == number, abs(number) < 1e18 else {
            return plain
        }
        return "\(Int64(number))"
    }

    /// `C7` is the third column.
    private static func column(_ reference: String) -> Int? {
        var column = 0
        for byte in reference.utf8 {
            guard (65...90).contains(byte) else { break }
            column = column * 26 + Int(byte) - 64
            guard column < 20_000 else { return nil }
        }
        return column == 0 ? nil : column
    }
}
