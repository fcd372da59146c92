extension StringProtocol {
    /// Only visible characters of ASCII, so many of them.
    func isPrintable(_ length: ClosedRange<Int>, orSpace: Bool = false) -> Bool {
        length.contains(utf8.count)
            && utf8.allSatisfy { (0x21...0x7e).contains($0) || (orSpace && $0 == 0x20) }
    }

    var isDigits: Bool {
        !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
