import Crypto
import Foundation

/// A draw of closed matters for a second look, which anybody can repeat.
///
/// The algorithm is public: for each matter closed in the days of the draw take the number of the
/// concern it was made for; hash the seed, a line feed and the number in UTF-8 with SHA-256; order
/// by the hashes as lower-case hexadecimal; the first ones are drawn.
package struct RecheckDraw: Sendable, Equatable {
    package let seed: String
    package let size: Int

    package init(seed: String, size: Int) {
        self.seed = seed
        self.size = size
    }

    package func chosen(from numbers: [String]) -> [String] {
        Set(numbers).map { (hash: Self.digest("\(seed)\n\($0)"), number: $0) }
            .sorted { $0 < $1 }
            .prefix(size).map(\.number)
    }

    /// Of a list of numbers: sorted, each once, a line feed between them, with SHA-256.
    package static func digest(of numbers: [String]) -> String {
        digest(Set(numbers).sorted().joined(separator: "\n"))
    }

    /// Of the numbers as drawn, in the order in which they were.
    package static func digest(ofDrawn numbers: [String]) -> String {
        digest(numbers.joined(separator: "\n"))
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { twoHexDigits($0) }.joined()
    }
}

/// The days whose closings are drawn from, and how many are drawn.
package struct RecheckOrder: Sendable, Equatable {
    package let draw: RecheckDraw
    package let from: Day
    /// The last day, which counts.
    package let to: Day

    package init(seed: String, size: Int, from: Day, to: Day) {
        draw = RecheckDraw(seed: seed, size: size)
        self.from = from
        self.to = to
    }
}

package enum RecheckRefusal: String, Refusal, CaseIterable {
    /// What is closed today may still grow: nobody could repeat the draw.
    case daysNotOver = "recheck-days-not-over"
    case spanTooLong = "recheck-span-too-long"
    case endsBeforeItBegins = "recheck-ends-before-it-begins"
    case nothingClosed = "recheck-nothing-closed"
    case tooMany = "recheck-too-many-closed"
    case sizeTooLarge = "recheck-size-too-large"

    package var grade: RefusalGrade {
        switch self {
        case .endsBeforeItBegins: .malformed
        default: .ruledOut
        }
    }

    package var field: String? {
        switch self {
        case .daysNotOver, .endsBeforeItBegins, .spanTooLong, .tooMany: "to"
        case .sizeTooLarge: "size"
        case .nothingClosed: nil
        }
    }
}

extension RecheckOrder {
    func check(_ terms: RecheckTerms, today: Day) throws(RecheckRefusal) {
        guard from <= to else { throw .endsBeforeItBegins }
        guard to < today else { throw .daysNotOver }
        guard to.number - from.number < terms.mostDays else { throw .spanTooLong }
        guard draw.size <= terms.mostDrawn else { throw .sizeTooLarge }
    }
}
