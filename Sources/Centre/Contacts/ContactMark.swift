/// A keyed hash by which a resident is found again: the same number gives the same mark, and the
/// mark gives no number.
struct ContactMark: Sendable, Hashable {
    let kind: Kind
    let bytes: [UInt8]

    init(_ kind: Kind, _ text: String, keys: HouseKeys) {
        self.kind = kind
        bytes = keys.mark(kind.spelling(of: text), kind: kind.rawValue)
    }

    static func all(of details: ContactDetails, keys: HouseKeys) -> Set<ContactMark> {
        var marks: Set<ContactMark> = []
        for phone in details.phones where !phone.isEmpty {
            marks.insert(ContactMark(.phone, phone, keys: keys))
        }
        if let number = details.idNumber, !number.isEmpty {
            marks.insert(ContactMark(.idNumber, number, keys: keys))
        }
        return marks
    }
}

extension ContactMark {
    typealias Kind = Contact.MarkKind
}

extension Contact.MarkKind {
    /// The one spelling that is hashed.
    func spelling(of text: String) -> String {
        switch self {
        case .idNumber: return text.plainNumber
        case .phone:
            do {
                return try PhoneNumber(reading: text, field: "phones").text
            } catch {
                return text.plainNumber
            }
        }
    }
}
