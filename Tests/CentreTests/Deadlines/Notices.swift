import Foundation
import Testing

@testable import Centre

/// The State Council's notices for 2024 to 2026 as the tests' calendar, and short ways to write
/// days and moments.
enum Notices {
    private static let off: [(name: String, from: String, to: String)] = [
        ("元旦", "2024-01-01", "2024-01-01"), ("春节", "2024-02-10", "2024-02-17"),
        ("清明节", "2024-04-04", "2024-04-06"), ("劳动节", "2024-05-01", "2024-05-05"),
        ("端午节", "2024-06-10", "2024-06-10"), ("中秋节", "2024-09-15", "2024-09-17"),
        ("国庆节", "2024-10-01", "2024-10-07"),
        ("元旦", "2025-01-01", "2025-01-01"), ("春节", "2025-01-28", "2025-02-04"),
        ("清明节", "2025-04-04", "2025-04-06"), ("劳动节", "2025-05-01", "2025-05-05"),
        ("端午节", "2025-05-31", "2025-06-02"), ("国庆节、中秋节", "2025-10-01", "2025-10-08"),
        ("元旦", "2026-01-01", "2026-01-03"), ("春节", "2026-02-15", "2026-02-23"),
        ("清明节", "2026-04-04", "2026-04-06"), ("劳动节", "2026-05-01", "2026-05-05"),
        ("端午节", "2026-06-19", "2026-06-21"), ("中秋节", "2026-09-25", "2026-09-27"),
        ("国庆节", "2026-10-01", "2026-10-07"),
    ]

    private static let makeUp = [
        "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
        "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28",
        "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20",
        "2026-10-10",
    ]

    static func days() throws -> [WorkingCalendar.NoticedDay] {
        var days: [WorkingCalendar.NoticedDay] = []
        for (name, from, to) in off {
            let first = try day(from).number
            days += try (first...day(to).number).map {
                .init(day: Day(number: $0), name: name, off: true)
            }
        }
        return try days + makeUp.map { .init(day: try day($0), name: "调休", off: false) }
    }

    static func calendar(
        overlay: [WorkingCalendar.OverlaidDay] = []
    ) throws -> WorkingCalendar {
        guard !overlay.isEmpty else { return try plain.get() }
        return try WorkingCalendar(days: days(), overlay: overlay)
    }

    private static let plain = Result { try WorkingCalendar(days: days()) }

    static func day(_ text: String) throws -> Day {
        try #require(Day(text), "not a day: \(text)")
    }

    /// A day alone means nine in the morning; `2026-01-05 14:30` and milliseconds after a second
    /// space are read as they stand, China time.
    static func moment(_ text: String) throws -> Moment {
        let parts = text.split(separator: " ")
        let start = try day(String(parts[0])).start()
        guard parts.count > 1 else { return start.adding(hours: 9) }
        let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
        let minutes = try #require(clock.first) * 60 + #require(clock.last)
        return start.adding(milliseconds: minutes * 60_000)
    }

    /// A file of the data that lies beside the repository, where there is any.
    static func sharedData(_ path: String, from file: String = #filePath) -> Data? {
        let folder = URL(filePath: file).deletingLastPathComponent()
        let data = folder.appending(path: "../../../../shared/data").standardized
        let found = FileManager.default.contents(atPath: data.appending(path: path).path)
        if found == nil { print("no shared data: \(path) was not read") }
        return found
    }
}
