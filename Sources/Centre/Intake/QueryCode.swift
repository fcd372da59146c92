/// The secret that goes with a concern's number: fifty bits nobody can guess from the number.
///
/// It is made from the concern's id with a key of the house, so that a receipt can be printed again
/// and no list of codes exists anywhere.
package struct QueryCode: Sendable, Equatable, CustomStringConvertible {
    package let description: String

    /// Crockford's alphabet: no I, L, O or U to be mistaken on paper.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    init(of concern: ID<Concern>, keys: HouseKeys) {
        self.init(mark: keys.mark(concern.description, kind: "queryCode"))
    }

    init(mark: [UInt8]) {
        let bits = mark.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        description = String(
            stride(from: UInt64(59), through: 14, by: -5).map { shift in
                Self.alphabet[Int(bits >> shift & 31)]
            }
        )
    }

    /// Whether this is the code somebody typed, in either case and with blanks or dashes.
    ///
    /// All characters are compared, so that the time taken tells nothing.
    package func matches(_ typed: String) -> Bool {
        let plain = typed.uppercased().filter { $0 != "-" && $0 != " " }
        let given = Array(plain.utf8)
        let right = Array(description.utf8)
        guard given.count == right.count else { return false }
        return zip(given, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
