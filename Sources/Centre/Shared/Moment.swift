package import Storage

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Sendable, Comparable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func adding(milliseconds: Int64) -> Moment {
        Moment(milliseconds: self.milliseconds + milliseconds)
    }

    package func adding(hours: Int) -> Moment {
        adding(milliseconds: Int64(hours) * 3_600_000)
    }

    /// Later than anything that is due: the place in the due index of what has no limit running.
    package static let never = Moment(milliseconds: 253_402_271_999_999)
}

extension Moment: Storable {
    package var stored: Value { .integer(milliseconds) }
    package init(stored: Value) throws {
        milliseconds = try Int64(stored: stored)
    }
}

/// The town's offset from UTC.
///
/// Official time is UTC+8 in the whole of China, without summer time.
package struct TimeOffset: Sendable, Hashable {
    package let minutes: Int

    package init(minutes: Int) {
        self.minutes = minutes
    }

    package static let china = TimeOffset(minutes: 480)

    var milliseconds: Int64 { Int64(minutes) * 60_000 }

    var text: String {
        let sign = minutes < 0 ? "-" : "+"
        return sign + twoDigits(abs(minutes) / 60) + ":" + twoDigits(abs(minutes) % 60)
    }
}

extension Moment {
    package func day(in offset: TimeOffset = .china) -> Day {
        Day(number: (milliseconds + offset.milliseconds).flooredDivision(by: 86_400_000))
    }

    /// Milliseconds since the day began there.
    package func timeOfDay(in offset: TimeOffset = .china) -> Int64 {
        let local = milliseconds + offset.milliseconds
        return local - Int64(local.flooredDivision(by: 86_400_000)) * 86_400_000
    }

    /// ISO 8601 with offset, to the second: `2026-11-23T09:30:00+08:00`.
    package func text(in offset: TimeOffset = .china) -> String {
        let seconds = Int(timeOfDay(in: offset) / 1000)
        let hour = twoDigits(seconds / 3600)
        let minute = twoDigits(seconds / 60 % 60)
        return "\(day(in: offset))T\(hour):\(minute):\(twoDigits(seconds % 60))\(offset.text)"
    }

    /// Reads ISO 8601 with a `T`, seconds and optional fraction, and an offset or `Z`.
    package init?(text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])) else { return nil }
        var clock = parts[1]
        let offset: Int
        if clock.hasSuffix("Z") {
            offset = 0
            clock.removeLast()
        } else {
            let tail = clock.suffix(6)
            guard tail.count == 6, let sign = tail.first, sign == "+" || sign == "-",
                let minutes = Self.minutes(String(tail.dropFirst()))
            else { return nil }
            offset = sign == "-" ? -minutes : minutes
            clock.removeLast(6)
        }
        guard let time = Self.milliseconds(of: String(clock)) else { return nil }
        milliseconds = Int64(day.number) * 86_400_000 + time - Int64(offset) * 60_000
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = digits(parts[0], upTo: 23),
            let minutes = digits(parts[1], upTo: 59)
        else { return nil }
        return hours * 60 + minutes
    }

    private static func milliseconds(of clock: String) -> Int64? {
        let halves = clock.split(separator: ".", omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard halves.count <= 2, parts.count == 3, let hour = digits(parts[0], upTo: 23),
            let minute = digits(parts[1], upTo: 59), let second = digits(parts[2], upTo: 59)
        else { return nil }
        var fraction = 0
        if halves.count == 2 {
            let digits = halves[1]
            guard (1...9).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }),
                let value = Int(digits.prefix(3).padded(to: 3))
            else { return nil }
            fraction = value
        }
        return Int64((hour * 60 + minute) * 60 + second) * 1000 + Int64(fraction)
    }

    private static func digits(_ text: Substring, upTo limit: Int) -> Int? {
        guard text.count == 2, text.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int(text), number <= limit
        else { return nil }
        return number
    }
}

extension Moment: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = Moment(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a moment")
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text())
    }
}

extension Substring {
    fileprivate func padded(to length: Int) -> String {
        String(self) + String(repeating: "0", count: Swift.max(0, length - count))
    }
}

func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> Int {
        let quotient = self / divisor
        return Int(self % divisor < 0 ? quotient - 1 : quotient)
    }
}
