package import Foundation

/// The State Council's arrangement of one year's holidays, as the yearly machine file has it: the
/// year, the addresses of the official papers, and each day that is not what its weekday says.
package struct HolidayNotice: Sendable, Equatable, Codable {
    package let year: Int
    /// Where the official text stands.
    package let papers: [String]
    package let days: [NoticeDay]

    package struct NoticeDay: Sendable, Equatable, Codable {
        package let name: String
        package let date: Day
        /// False for a weekend day that is worked instead (调休).
        package let isOffDay: Bool

        package init(name: String, date: Day, isOffDay: Bool) {
            self.name = name
            self.date = date
            self.isOffDay = isOffDay
        }
    }

    package init(year: Int, papers: [String], days: [NoticeDay]) {
        self.year = year
        self.papers = papers
        self.days = days
    }

    /// Reads a machine file; names it has beside these three are its own business.
    package init(file data: Data) throws(HolidayNoticeRefusal) {
        do {
            self = try JSONDecoder().decode(HolidayNotice.self, from: data)
        } catch {
            throw .unreadable
        }
    }
}

/// Why a year's notice is not taken.
package enum HolidayNoticeRefusal: String, Refusal, CaseIterable {
    case unreadable = "notice-unreadable"
    case yearImpossible = "notice-year-impossible"
    case linkMissing = "notice-without-link"
    case notPublished = "notice-without-days"
    case dayOfOtherYear = "notice-day-of-other-year"
    case dayTwice = "notice-day-twice"
    case dayWithoutName = "notice-day-without-name"
    case yearSkipped = "notice-skips-a-year"

    package var grade: RefusalGrade { self == .yearSkipped ? .ruledOut : .malformed }

    package var field: String? {
        switch self {
        case .unreadable, .notPublished, .dayOfOtherYear, .dayTwice, .dayWithoutName: "notice.days"
        case .yearImpossible, .yearSkipped: "notice.year"
        case .linkMissing: "notice.papers"
        }
    }
}

extension HolidayNotice {
    /// A notice names its paper and the days of its own year; those of the next year's New Year or
    /// of the December before may stand in it too.
    package func check() throws(HolidayNoticeRefusal) {
        guard (2000...2100).contains(year) else { throw .yearImpossible }
        guard !papers.isEmpty, papers.allSatisfy(Self.isOfficial) else { throw .linkMissing }
        guard days.contains(where: { $0.date.year == year }) else { throw .notPublished }
        guard days.allSatisfy({ isOfThisYear($0.date) }) else { throw .dayOfOtherYear }
        guard Set(days.map(\.date)).count == days.count else { throw .dayTwice }
        guard days.allSatisfy({ !$0.name.isEmpty && $0.name.count <= 40 }) else {
            throw .dayWithoutName
        }
    }

    private func isOfThisYear(_ day: Day) -> Bool {
        let (of, month, _) = day.parts
        return of == year || of == year - 1 && month == 12 || of == year + 1 && month == 1
    }

    /// The central government's own site, where each year's notice is published.
    private static func isOfficial(_ link: String) -> Bool {
        guard link.count <= 300, let url = URL(string: link),
            url.scheme == "https" || url.scheme == "http", let host = url.host()
        else { return false }
        return host == "gov.cn" || host.hasSuffix(".gov.cn")
    }
}
