import Hummingbird

extension HTTPFields {
    typealias Name = Element.Name

    /// All values under a name that is not one of the well-known ones.
    func all(_ name: String) -> [String] {
        guard let name = Name(name) else { return [] }
        return self[values: name]
    }

    mutating func set(_ name: String, to value: String) {
        guard let name = Name(name) else { preconditionFailure("not a header's name") }
        self[name] = value
    }
}
