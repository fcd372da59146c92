import Storage

/// One who claims in a group matter, with a number and a code of their own.
package struct GroupMember: Sendable {
    package let id: ID<GroupMember>
    package let matter: ID<Matter>
    package let serial: Int
    package let number: String
    package let contact: ID<Contact>
    package let claimed: Money
    package let owed: Money
    package let paid: Money
    package let roster: Money?
    package let finding: Finding
    package let isRepresentative: Bool

    /// How a claim stands to the employer's roster (保障农民工工资支付条例 Art 15, 28).
    package enum Finding: String, Storable, CaseIterable, Codable {
        /// There is no roster yet.
        case unchecked
        case same
        case otherSum
        case offRoster
    }

    package var rest: Money { Money(fen: owed.fen - paid.fen) }
}

extension QueryCode {
    /// The code that goes with a member's number.
    init(of member: ID<GroupMember>, keys: HouseKeys) {
        self.init(mark: keys.mark(member.description, kind: "memberCode"))
    }
}

/// One who claims, as typed or read from a sheet and checked.
package struct MemberLine: Sendable, Equatable {
    /// As a spreadsheet counts.
    package let row: Int
    package let name: String
    package let phone: String?
    package let idNumber: String?
    package let sum: Money

    package init(row: Int, name: String, phone: String?, idNumber: String?, sum: Money) {
        self.row = row
        self.name = name
        self.phone = phone
        self.idNumber = idNumber
        self.sum = sum
    }

    var details: ContactDetails {
        ContactDetails(name: name, phones: phone.map { [$0] } ?? [], idNumber: idNumber)
    }
}

extension MemberLine: CustomStringConvertible, CustomReflectable {
    package var description: String { "member line" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// The keyed hashes by which one person is the same person in one group: by identity number, and
/// by name and phone.
///
/// They are bound to the matter, so that nobody is followed from group to group.
struct MemberMarks: Sendable, Hashable {
    let identity: [UInt8]?
    let phone: [UInt8]?

    init(of line: MemberLine, in matter: ID<Matter>, keys: HouseKeys) {
        let name = line.name.filter { !$0.isWhitespace }
        identity = line.idNumber.map {
            keys.mark("\(matter)/\(name)/\($0.plainNumber)", kind: "groupIdentity")
        }
        phone = line.phone.map {
            keys.mark("\(matter)/\(name)/\($0.plainNumber)", kind: "groupPhone")
        }
    }
}
