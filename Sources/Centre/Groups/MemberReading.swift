/// Cells by the names of their columns, with the row they stand in: a sheet of Excel or CSV, or
/// the lines of a call.
package struct GroupTable: Sendable {
    package let columns: [String]
    package let rows: [Row]

    package struct Row: Sendable {
        package let number: Int
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    package init(columns: [String], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }

    /// CSV (RFC 4180) with a heading.
    package init(csv text: String) throws(GroupRefusal) {
        let table = CSVTable(text)
        guard table.openQuote == nil else { throw .sheetUnreadable }
        self.init(
            columns: table.columns,
            rows: table.rows.enumerated().map { Row(number: $0 + 2, cells: $1.cells) }
        )
    }
}

/// Members as they were read: the good lines, and what is wrong with the others.
package struct MemberReading: Sendable {
    package private(set) var lines: [MemberLine] = []
    package private(set) var faults: [RowFault] = []

    /// The largest sheet taken.
    package static let most = 20_000

    package enum Column: String, CaseIterable, Sendable {
        case name
        case phone
        case idNumber
        case amount

        /// What the heading of a sheet may say.
        var headings: [String] {
            switch self {
            case .name: ["name", "姓名"]
            case .phone: ["phone", "手机号", "手机", "手机号码", "电话", "联系电话"]
            case .idNumber: ["idnumber", "身份证号", "身份证号码", "身份证", "证件号码"]
            case .amount: ["amount", "金额", "金额(元)", "欠薪金额", "拖欠金额", "应发工资", "应付金额"]
            }
        }
    }

    package init(_ table: GroupTable, in town: Town, on today: Day) throws(GroupRefusal) {
        guard !table.rows.isEmpty else { throw .linesMissing }
        guard table.rows.count <= Self.most else { throw .linesTooMany }
        let headings = table.columns.map { $0.plainForm.filter { !$0.isWhitespace } }
        var places: [Column: Int] = [:]
        for column in Column.allCases {
            places[column] = headings.firstIndex { column.headings.contains($0) }
        }
        guard places[.name] != nil, places[.amount] != nil,
            places[.phone] != nil || places[.idNumber] != nil
        else { throw .columnMissing }
        for row in table.rows {
            take(row.number, town, today) { column in
                guard let place = places[column], row.cells.indices.contains(place) else {
                    return ""
                }
                return row.cells[place].trimmed
            }
        }
        dropTwins()
    }

    private mutating func take(
        _ row: Int,
        _ town: Town,
        _ today: Day,
        _ cell: (Column) -> String
    ) {
        // A row that says nothing is the end of many a sheet.
        guard Column.allCases.contains(where: { !cell($0).isEmpty }) else { return }
        let before = faults.count
        let name = checked(row, .name) {
            guard !cell(.name).isEmpty else { throw Fault(.empty, "name") }
            guard cell(.name).count <= 80 else { throw Fault(.tooLong, "name", ["most": "80"]) }
            return cell(.name)
        }
        let phone =
            cell(.phone).isEmpty
            ? nil
            : checked(row, .phone) {
                try PhoneNumber(
                    reading: cell(.phone),
                    field: "phone",
                    areaCode: town.manifest.phoneAreaCode
                ).text
            }
        let number =
            cell(.idNumber).isEmpty
            ? nil
            : checked(row, .idNumber) {
                try IdentityNumber(reading: cell(.idNumber), field: "idNumber", on: today).text
            }
        let sum = checked(row, .amount) {
            guard let sum = Money(text: cell(.amount)), sum > .nothing else {
                throw GroupRefusal.sumNotReadable
            }
            return sum
        }
        if faults.count == before, phone == nil, number == nil {
            faults.append(RowFault(row: row, column: nil, GroupRefusal.memberUnreachable))
        }
        guard faults.count == before, let name, let sum else { return }
        lines.append(MemberLine(row: row, name: name, phone: phone, idNumber: number, sum: sum))
    }

    private mutating func checked<Thing>(
        _ row: Int,
        _ column: Column,
        _ read: () throws -> Thing
    ) -> Thing? {
        do {
            return try read()
        } catch let refusal as any Refusal {
            faults.append(RowFault(row: row, column: column.rawValue, refusal))
        } catch {
            faults.append(
                RowFault(row: row, column: column.rawValue, Fault(.impossible, column.rawValue))
            )
        }
        return nil
    }

    /// The same person twice in one sheet is a mistake of the sheet.
    private mutating func dropTwins() {
        var seen: Set<String> = []
        var kept: [MemberLine] = []
        for line in lines {
            let own = [line.idNumber, line.phone].compactMap { $0.map { "\(line.name)/\($0)" } }
            if own.contains(where: seen.contains) {
                faults.append(RowFault(row: line.row, column: nil, GroupRefusal.memberTwice))
            } else {
                kept.append(line)
                seen.formUnion(own)
            }
        }
        lines = kept
        faults.sort { $0.row < $1.row }
    }
}
