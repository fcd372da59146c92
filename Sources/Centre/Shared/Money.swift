/// A sum of money in whole fen, written as a decimal string of yuan: `5900000.00`.
package struct Money: Sendable, Hashable, Comparable {
    package let fen: Int64

    package init(fen: Int64) {
        self.fen = fen
    }

    /// Reads what a sheet or a form says: `23500`, `23,500.5`, `¥23500.00`.
    /// - Returns: nil for what is no sum, has parts of a fen, or more than twelve digits of yuan.
    package init?(text: String) {
        var plain = text.filter { !$0.isWhitespace && !",，".contains($0) }
        for sign in ["¥", "￥"] where plain.hasPrefix(sign) { plain.removeFirst() }
        if plain.hasSuffix("元") { plain.removeLast() }
        let halves = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), (1...12).contains(halves[0].utf8.count),
            halves.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let yuan = Int64(halves[0])
        else { return nil }
        guard halves.count == 2 else {
            self.init(fen: yuan * 100)
            return
        }
        guard (1...2).contains(halves[1].utf8.count), let part = Int64(halves[1]) else {
            return nil
        }
        self.init(fen: yuan * 100 + (halves[1].utf8.count == 1 ? part * 10 : part))
    }

    package var text: String { "\(fen / 100).\(twoDigits(Int(fen % 100)))" }

    package static func < (left: Self, right: Self) -> Bool { left.fen < right.fen }

    package static let nothing = Money(fen: 0)
}

extension Money: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let money = Money(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a sum")
        }
        self = money
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
