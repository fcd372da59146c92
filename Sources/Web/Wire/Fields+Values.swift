package import Centre

extension Fields {
    package mutating func flag(_ name: String) throws(Fault) -> Bool {
        guard let flag = try optionalFlag(name) else { throw missing(name) }
        return flag
    }

    package mutating func optionalFlag(_ name: String) throws(Fault) -> Bool? {
        guard let value = take(name) else { return nil }
        guard case .bool(let flag) = value else {
            throw Fault(.wrongType, full(name), ["expected": "boolean"])
        }
        return flag
    }

    /// A whole number, written without fraction or exponent.
    package mutating func whole(
        _ name: String,
        _ range: ClosedRange<Int>
    ) throws(Fault) -> Int {
        guard let number = try optionalWhole(name, range) else { throw missing(name) }
        return number
    }

    package mutating func optionalWhole(
        _ name: String,
        _ range: ClosedRange<Int>
    ) throws(Fault) -> Int? {
        guard let value = take(name) else { return nil }
        guard case .number(let digits) = value, !digits.contains(where: { "eE.".contains($0) })
        else { throw Fault(.wrongType, full(name), ["expected": "integer"]) }
        guard digits.utf8.count <= 20, let number = Int(digits), range.contains(number) else {
            let text = "\(range.lowerBound)–\(range.upperBound)"
            throw Fault(.outOfRange, full(name), ["range": text])
        }
        return number
    }

    /// A number with a fraction, such as a coordinate.
    package mutating func number(
        _ name: String,
        _ range: ClosedRange<Double>
    ) throws(Fault) -> Double {
        guard let number = try optionalNumber(name, range) else { throw missing(name) }
        return number
    }

    package mutating func optionalNumber(
        _ name: String,
        _ range: ClosedRange<Double>
    ) throws(Fault) -> Double? {
        guard let value = take(name) else { return nil }
        guard case .number(let digits) = value else {
            throw Fault(.wrongType, full(name), ["expected": "number"])
        }
        guard digits.utf8.count <= 40, let number = Double(digits), range.contains(number) else {
            let text = "\(range.lowerBound)–\(range.upperBound)"
            throw Fault(.outOfRange, full(name), ["range": text])
        }
        return number
    }

    /// Money as the contract writes it, a decimal string of yuan, in fen: `"5900000.00"`.
    package mutating func fen(_ name: String) throws(Fault) -> Int64 {
        guard let fen = try optionalFen(name) else { throw missing(name) }
        return fen
    }

    package mutating func optionalFen(_ name: String) throws(Fault) -> Int64? {
        guard let value = take(name) else { return nil }
        guard let fen = Fields.fen(try Fields.string(value, at: full(name))) else {
            throw Fault(.impossible, full(name))
        }
        return fen
    }

    /// At most twelve digits before the point and two after it.
    private static func fen(_ text: String) -> Int64? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), (1...12).contains(halves[0].utf8.count),
            halves.allSatisfy(\.isDigits),
            halves[0] == "0" || !halves[0].hasPrefix("0"), let yuan = Int64(halves[0])
        else { return nil }
        guard halves.count == 2 else { return yuan * 100 }
        guard (1...2).contains(halves[1].utf8.count), let part = Int64(halves[1]) else {
            return nil
        }
        return yuan * 100 + (halves[1].utf8.count == 1 ? part * 10 : part)
    }

    package mutating func moment(_ name: String) throws(Fault) -> Moment {
        try written(name, "date-time") { Moment(text: $0) }
    }

    package mutating func optionalMoment(_ name: String) throws(Fault) -> Moment? {
        try optionallyWritten(name, "date-time") { Moment(text: $0) }
    }

    /// A moment, or a day that stands for its beginning or its last millisecond there.
    package mutating func momentOrDay(
        _ name: String,
        ending: Bool,
        in offset: TimeOffset = .china
    ) throws(Fault) -> Moment {
        try written(name, "date-time") { text in
            guard let day = Day(text) else { return Moment(text: text) }
            return ending ? day.end(in: offset) : day.start(in: offset)
        }
    }

    package mutating func day(_ name: String) throws(Fault) -> Day {
        try written(name, "date") { Day($0) }
    }

    package mutating func optionalDay(_ name: String) throws(Fault) -> Day? {
        try optionallyWritten(name, "date") { Day($0) }
    }

    package mutating func id<Subject>(
        _ name: String,
        of subject: Subject.Type = Subject.self
    ) throws(Fault) -> ID<Subject> {
        try written(name, "uuid") { ID<Subject>($0) }
    }

    package mutating func optionalID<Subject>(
        _ name: String,
        of subject: Subject.Type = Subject.self
    ) throws(Fault) -> ID<Subject>? {
        try optionallyWritten(name, "uuid") { ID<Subject>($0) }
    }

    /// A SHA-256 in small hexadecimal digits.
    package mutating func digest(_ name: String) throws(Fault) -> String {
        guard let digest = try optionalDigest(name) else { throw missing(name) }
        return digest
    }

    package mutating func optionalDigest(_ name: String) throws(Fault) -> String? {
        try optionallyWritten(name, "sha256") { text in
            let isDigest =
                text.utf8.count == 64
                && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
            return isDigest ? text : nil
        }
    }

    private mutating func written<Thing>(
        _ name: String,
        _ format: String,
        _ read: (String) -> Thing?
    ) throws(Fault) -> Thing {
        guard let thing = try optionallyWritten(name, format, read) else { throw missing(name) }
        return thing
    }

    private mutating func optionallyWritten<Thing>(
        _ name: String,
        _ format: String,
        _ read: (String) -> Thing?
    ) throws(Fault) -> Thing? {
        guard let value = take(name) else { return nil }
        guard let thing = read(try Fields.string(value, at: full(name))) else {
            throw Fault(.impossible, full(name), ["format": format])
        }
        return thing
    }
}
