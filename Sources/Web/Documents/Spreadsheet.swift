import CXlsx
import Centre
import Foundation

/// A list as an Excel file, written row by row so that its length costs no memory.
///
/// Text stays text: a title that begins with `=` is never a formula.
final class Spreadsheet {
    struct Column {
        let title: String
        /// In characters.
        let width: Double
    }

    enum Cell {
        case text(String)
        case number(Int)
        case moment(Moment)
        case empty
    }

    enum Broken: Error {
        case notMade
        case notWritten
    }

    private let file: URL
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let dates: UnsafeMutablePointer<lxw_format>?
    private let offset: TimeOffset
    private var row: UInt32 = 0
    private var isClosed = false
    private(set) var count = 0

    /// - Parameter watermark: who took it out, when, what for; above the heading and on each page.
    init(named name: String, watermark: String, columns: [Column], offset: TimeOffset) throws {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "list-\(UUID().uuidString).xlsx")
        var options = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 0)
        guard let book = workbook_new_opt(file.path(), &options) else { throw Broken.notMade }
        guard let sheet = workbook_add_worksheet(book, name) else {
            workbook_close(book)
            throw Broken.notMade
        }
        self.file = file
        self.book = book
        self.sheet = sheet
        self.offset = offset
        dates = workbook_add_format(book)
        format_set_num_format(dates, "yyyy-mm-dd hh:mm")
        lay(out: columns, watermark)
    }

    deinit {
        if !isClosed { workbook_close(book) }
        do {
            try FileManager.default.removeItem(at: file)
        } catch {
            // It was never written, or somebody tidied up first.
        }
    }

    private func lay(out columns: [Column], _ watermark: String) {
        let bold = workbook_add_format(book)
        format_set_bold(bold)
        format_set_bg_color(bold, 0xE8_F1_F1)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        // In a footer `&` begins a code.
        let plain = String(watermark.replacing("&", with: "&&").prefix(200))
        worksheet_set_footer(sheet, "&L\(plain)&R&P / &N")
        for (place, column) in columns.enumerated() {
            worksheet_set_column(sheet, UInt16(place), UInt16(place), column.width, nil)
        }
        worksheet_repeat_rows(sheet, 1, 1)
        worksheet_freeze_panes(sheet, 2, 0)
        worksheet_write_string(sheet, 0, 0, watermark, nil)
        for (place, column) in columns.enumerated() {
            worksheet_write_string(sheet, 1, UInt16(place), column.title, bold)
        }
        row = 2
    }

    func add(_ cells: [Cell]) throws {
        for (place, cell) in cells.enumerated() {
            guard write(cell, at: UInt16(place)) == LXW_NO_ERROR else { throw Broken.notWritten }
        }
        row += 1
        count += 1
    }

    /// The last line, which is none of the list's.
    func close(with line: String) throws {
        guard worksheet_write_string(sheet, row + 1, 0, line, nil) == LXW_NO_ERROR else {
            throw Broken.notWritten
        }
    }

    private func write(_ cell: Cell, at column: UInt16) -> lxw_error {
        switch cell {
        case .text(let text):
            // The most a cell of the format holds.
            return worksheet_write_string(sheet, row, column, String(text.prefix(32_000)), nil)
        case .number(let number):
            return worksheet_write_number(sheet, row, column, Double(number), nil)
        case .moment(let moment):
            let parts = moment.day(in: offset).parts
            let seconds = moment.timeOfDay(in: offset) / 1000
            var time = lxw_datetime()
            time.year = Int32(parts.year)
            time.month = Int32(parts.month)
            time.day = Int32(parts.day)
            time.hour = Int32(seconds / 3600)
            time.min = Int32(seconds / 60 % 60)
            return worksheet_write_datetime(sheet, row, column, &time, dates)
        case .empty: return LXW_NO_ERROR
        }
    }

    /// - Returns: the bytes of the file, which is then gone.
    func finished() throws -> [UInt8] {
        guard !isClosed else { throw Broken.notWritten }
        isClosed = true
        guard workbook_close(book) == LXW_NO_ERROR else { throw Broken.notWritten }
        return Array(try Data(contentsOf: file))
    }
}
