/// A citizen identity number by GB 11643: eighteen characters, the birth date inside, the last a
/// check character.
///
/// Residence permits that use the same shape pass too. Optional at intake: a call or an anonymous
/// hint has none.
package struct IdentityNumber: Sendable, Hashable {
    /// In upper case, without blanks.
    package let text: String
    package let birth: Day

    /// - Throws: a ``Fault`` on `field`; it names the fault and never the number.
    package init(reading text: String, field: String, on today: Day) throws(Fault) {
        let plain = text.plainNumber
        let characters = Array(plain.utf8)
        guard characters.count == 18, characters[0] != UInt8(ascii: "0"),
            characters.dropLast().allSatisfy({ (48...57).contains($0) }),
            plain.last == "X" || plain.last?.isASCII == true && plain.last?.isNumber == true
        else { throw Fault(.impossible, field) }
        guard CheckCharacter.mod11(of: plain.dropLast()) == plain.last else {
            throw Fault(.wrongCheckDigit, field)
        }
        let number = { (range: Range<Int>) in
            characters[range].reduce(0) { $0 * 10 + Int($1 - 48) }
        }
        guard
            let birth = Day(year: number(6..<10), month: number(10..<12), day: number(12..<14)),
            birth <= today, birth.year >= 1850
        else { throw Fault(.impossible, field) }
        self.text = plain
        self.birth = birth
    }
}
