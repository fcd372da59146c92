/// A number one can call from here, in the one spelling that equality search needs.
package struct PhoneNumber: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case mobile
        case landline
        /// A landline without its area code.
        case local
        /// 110, 12345, 95-numbers.
        case short
        /// 400 and 800 numbers.
        case business
        case abroad
    }

    package let kind: Kind
    /// Digits alone; abroad with a `+` before them, an extension after a `x`.
    package let text: String

    /// - Parameter areaCode: what a local number is completed with, such as `0760`.
    /// - Throws: a ``Fault`` on `field`; it never holds the number.
    package init(
        reading text: String,
        field: String,
        areaCode: String? = nil
    ) throws(Fault) {
        let (number, extended) = try Self.halves(text.plainNumber, field)
        guard let kind = Self.kind(of: number) else { throw Fault(.impossible, field) }
        let completed = kind == .local ? areaCode.map { $0 + number } : nil
        guard extended.isEmpty || kind == .landline || kind == .local || kind == .business else {
            throw Fault(.impossible, field)
        }
        self.kind = completed == nil ? kind : .landline
        self.text = (completed ?? number) + (extended.isEmpty ? "" : "x" + extended)
    }

    /// The number without the country, brackets and dots, and the extension after `转` or `x`.
    private static func halves(
        _ plain: String,
        _ field: String
    ) throws(Fault) -> (number: String, extended: String) {
        let kept = plain.filter { !"().".contains($0) }
        let halves = kept.split(omittingEmptySubsequences: false) { "转轉X#".contains($0) }
        guard let first = halves.first, halves.count <= 2 else { throw Fault(.impossible, field) }
        let extended = halves.count == 2 ? String(halves[1]) : ""
        guard halves.count == 1 || ((1...6).contains(extended.count) && extended.isDigits) else {
            throw Fault(.impossible, field)
        }
        return (withoutCountry(String(first)), extended)
    }

    private static func withoutCountry(_ number: String) -> String {
        for prefix in ["+86", "0086", "86"] where number.hasPrefix(prefix) {
            let rest = String(number.dropFirst(prefix.count))
            if isMobile(rest) || isLandline(rest) || isBusiness(rest) { return rest }
            if isLandline("0" + rest) { return "0" + rest }
        }
        if number.hasPrefix("00"), !number.hasPrefix("0086") { return "+" + number.dropFirst(2) }
        return number
    }

    private static func kind(of number: String) -> Kind? {
        if number.hasPrefix("+") {
            let digits = String(number.dropFirst())
            let fits = (7...15).contains(digits.count) && digits.isDigits
            return fits && !digits.hasPrefix("0") && !digits.hasPrefix("86") ? .abroad : nil
        }
        guard number.isDigits else { return nil }
        if isMobile(number) { return .mobile }
        if isBusiness(number) { return .business }
        if isLandline(number) { return .landline }
        if (7...8).contains(number.count), let first = number.first, "2"..."8" ~= first {
            return .local
        }
        let isShort = (3...6).contains(number.count) && (number.first == "1" || number.first == "9")
        return isShort ? .short : nil
    }

    private static func isMobile(_ number: String) -> Bool {
        number.count == 11 && number.isDigits && number.first == "1"
            && number.dropFirst().first.map { "3"..."9" ~= $0 } == true
    }

    private static func isBusiness(_ number: String) -> Bool {
        number.count == 10 && number.isDigits
            && (number.hasPrefix("400") || number.hasPrefix("800"))
    }

    /// Area codes have three digits for the largest cities (010, 02x) and four elsewhere.
    private static func isLandline(_ number: String) -> Bool {
        guard number.isDigits, number.hasPrefix("0"), !number.hasPrefix("00") else { return false }
        let areaCode = number.hasPrefix("01") || number.hasPrefix("02") ? 3 : 4
        let rest = number.dropFirst(areaCode)
        return (7...8).contains(rest.count) && rest.first.map { "2"..."8" ~= $0 } == true
    }
}

extension String {
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { (48...57).contains($0) } }
}
