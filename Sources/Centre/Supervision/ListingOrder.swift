/// A listing as the director decides on it.
package struct ListingOrder: Sendable, Equatable {
    package let subject: Listing.Subject
    /// Of an area, a trade (a dispute class) or a unit.
    package let code: String?
    /// Of a place.
    package let name: String?
    package let ground: String
    package let problem: String
    package let measures: String
    package let unit: ID<Unit>
    package let leader: ID<Officer>
    package let months: Int
    /// The rectification that was not enough.
    package let after: ID<SupervisionStep>?
    package let skipReason: String?

    package init(
        subject: Listing.Subject,
        code: String?,
        name: String?,
        ground: String,
        problem: String,
        measures: String,
        unit: ID<Unit>,
        leader: ID<Officer>,
        months: Int,
        after: ID<SupervisionStep>?,
        skipReason: String?
    ) {
        self.subject = subject
        self.code = code
        self.name = name
        self.ground = ground
        self.problem = problem
        self.measures = measures
        self.unit = unit
        self.leader = leader
        self.months = months
        self.after = after
        self.skipReason = skipReason
    }
}

extension ListingOrder {
    /// What is listed has a code of the town's lists, or is a place with a name; a name that holds
    /// an identity or phone number is a person's.
    func checkSubject(in town: Town, on day: Day) throws {
        switch subject {
        case .place:
            guard let name else { throw ListingRefusal.nameMissing }
            guard !name.namesPerson else { throw ListingRefusal.personNamed }
        case .area:
            guard let code, town.area(code: code, on: day) != nil else {
                throw Fault(.unknownCode, "code")
            }
        case .trade:
            guard let code, town.disputeClass(code) != nil else {
                throw Fault(.unknownCode, "code")
            }
        case .unit:
            guard let code, town.unit(code: code) != nil else { throw Fault(.unknownCode, "code") }
        }
    }
}

extension String {
    /// Eleven digits of a mobile phone or eighteen of an identity number stand in it.
    fileprivate var namesPerson: Bool {
        split { !($0.isASCII && ($0.isNumber || $0 == "X" || $0 == "x")) }
            .contains { $0.count == 11 && $0.hasPrefix("1") || $0.count == 18 }
    }
}
