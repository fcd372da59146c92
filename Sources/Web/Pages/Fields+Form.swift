package import Centre

/// Boxes of a form are texts; these read the other kinds out of them.
extension Fields {
    package mutating func typedWhole(
        _ name: String,
        _ range: ClosedRange<Int>
    ) throws(Fault) -> Int? {
        guard let text = try optionalText(name, 1...20) else { return nil }
        guard let number = Int(text) else {
            throw Fault(.wrongType, full(name), ["expected": "integer"])
        }
        guard range.contains(number) else {
            let range = "\(range.lowerBound)–\(range.upperBound)"
            throw Fault(.outOfRange, full(name), ["range": range])
        }
        return number
    }

    package mutating func typedNumber(
        _ name: String,
        _ range: ClosedRange<Double>
    ) throws(Fault) -> Double? {
        guard let text = try optionalText(name, 1...40) else { return nil }
        guard let number = Double(text) else {
            throw Fault(.wrongType, full(name), ["expected": "number"])
        }
        guard range.contains(number) else {
            let range = "\(range.lowerBound)–\(range.upperBound)"
            throw Fault(.outOfRange, full(name), ["range": range])
        }
        return number
    }

    /// A box that is ticked; a browser sends none that is not.
    package mutating func ticked(_ name: String) throws(Fault) -> Bool {
        try optionalText(name, 1...10) != nil
    }
}
