/// Money that was paid out to members, as somebody enters it.
package struct PaymentOrder: Sendable, Equatable {
    package enum Lines: Sendable, Equatable {
        /// Each named by the member's number or serial number.
        case each([Line])
        /// Everybody gets what is still owed.
        case rest
    }

    package struct Line: Sendable, Equatable {
        package let row: Int
        package let serial: Int
        package let sum: Money

        package init(row: Int, serial: Int, sum: Money) {
            self.row = row
            self.serial = serial
            self.sum = sum
        }
    }

    package let paidOn: Day
    /// What the bank's slip says; the lines have to add up to it, to the cent.
    package let total: Money
    package let lines: Lines

    package init(paidOn: Day, total: Money, lines: Lines) {
        self.paidOn = paidOn
        self.total = total
        self.lines = lines
    }
}

extension PaymentOrder {
    /// Lines of a sheet: the member's serial number and the sum.
    package static func lines(
        _ table: GroupTable
    ) throws(GroupRefusal) -> (lines: [Line], faults: [RowFault]) {
        let headings = table.columns.map { $0.plainForm.filter { !$0.isWhitespace } }
        let numbers = ["编号", "序号", "number", "serial"]
        let sums = ["金额", "金额(元)", "实发金额", "发放金额", "amount"]
        guard let number = headings.firstIndex(where: numbers.contains),
            let sum = headings.firstIndex(where: sums.contains)
        else { throw .columnMissing }
        var lines: [Line] = []
        var faults: [RowFault] = []
        for row in table.rows where row.cells.contains(where: { !$0.trimmed.isEmpty }) {
            func cell(_ place: Int) -> String {
                row.cells.indices.contains(place) ? row.cells[place].trimmed : ""
            }
            guard let serial = serial(of: cell(number)) else {
                faults.append(
                    RowFault(row: row.number, column: "number", GroupRefusal.memberUnknown)
                )
                continue
            }
            guard let money = Money(text: cell(sum)), money > .nothing else {
                faults.append(
                    RowFault(row: row.number, column: "amount", GroupRefusal.sumNotReadable)
                )
                continue
            }
            lines.append(Line(row: row.number, serial: serial, sum: money))
        }
        return (lines, faults)
    }

    /// `17`, or a member's whole number, which ends in it.
    package static func serial(of text: String) -> Int? {
        let tail = text.split(separator: "-").last.map(String.init) ?? text
        guard tail.utf8.count <= 9, let serial = Int(tail), serial > 0 else { return nil }
        return serial
    }
}
