package import Centre

/// The fields of one object of a call.
///
/// Each is read by name and kind; what nobody asked for is refused at the end, by its name. A field
/// that is null counts as absent.
package struct Fields {
    let path: String
    private var unread: [String: JSON] = [:]
    private let order: [String]

    package init(_ json: JSON, at path: String = "") throws(Fault) {
        guard case .object(let members) = json else {
            throw Fault(.wrongType, path.isEmpty ? "body" : path, ["expected": "object"])
        }
        self.path = path
        order = members.map(\.name)
        for member in members { unread[member.name] = member.value }
    }

    /// Refuses the first field that was not read.
    package func nothingElse() throws(Fault) {
        guard let name = order.first(where: { unread[$0] != nil }) else { return }
        throw Fault(.unknown, full(name))
    }

    /// Refuses an empty object where leaving a field out empties it: a call whose body was lost on the
    /// way must not wipe what is known.
    package func something() throws(Fault) {
        guard order.isEmpty else { return }
        throw Fault(.missing, path.isEmpty ? "body" : path)
    }

    /// The field's name in the contract's manner: `requester.phones[1]`.
    package func full(_ name: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }

    mutating func take(_ name: String) -> JSON? {
        let value = unread.removeValue(forKey: name)
        return value == .null ? nil : value
    }

    func missing(_ name: String) -> Fault { Fault(.missing, full(name)) }
}

// MARK: Objects and lists

extension Fields {
    /// An object inside this one; its unknown fields are refused too.
    package mutating func object<Thing>(
        _ name: String,
        _ read: (inout Fields) throws -> Thing
    ) throws -> Thing {
        guard let thing = try optionalObject(name, read) else { throw missing(name) }
        return thing
    }

    package mutating func optionalObject<Thing>(
        _ name: String,
        _ read: (inout Fields) throws -> Thing
    ) throws -> Thing? {
        guard let value = take(name) else { return nil }
        return try Fields.whole(value, at: full(name), read)
    }

    /// The objects of a list, none when the list is absent.
    package mutating func objects<Thing>(
        _ name: String,
        upTo most: Int,
        _ read: (inout Fields) throws -> Thing
    ) throws -> [Thing] {
        try list(name, upTo: most) { value, path in try Fields.whole(value, at: path, read) }
    }

    /// The elements of a list, each with its name in the contract's manner.
    package mutating func list<Thing>(
        _ name: String,
        upTo most: Int,
        _ read: (JSON, String) throws -> Thing
    ) throws -> [Thing] {
        try optionalList(name, upTo: most, read) ?? []
    }

    /// nil when the list is absent.
    mutating func optionalList<Thing>(
        _ name: String,
        upTo most: Int,
        _ read: (JSON, String) throws -> Thing
    ) throws -> [Thing]? {
        guard let value = take(name) else { return nil }
        guard case .array(let elements) = value else {
            throw Fault(.wrongType, full(name), ["expected": "array"])
        }
        guard elements.count <= most else {
            throw Fault(.tooMany, full(name), ["most": "\(most)"])
        }
        var things: [Thing] = []
        for (index, element) in elements.enumerated() {
            things.append(try read(element, "\(full(name))[\(index)]"))
        }
        return things
    }

    private static func whole<Thing>(
        _ value: JSON,
        at path: String,
        _ read: (inout Fields) throws -> Thing
    ) throws -> Thing {
        var fields = try Fields(value, at: path)
        let thing = try read(&fields)
        try fields.nothingElse()
        return thing
    }
}
