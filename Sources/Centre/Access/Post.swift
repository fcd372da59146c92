/// What an officer does where: a role in a unit, in one area or in all of the unit's.
package struct Post: Sendable, Equatable {
    package let id: ID<Post>
    package let officer: ID<Officer>
    package let unit: ID<Unit>
    package let role: Role
    package let area: ID<Area>?
    package let validFrom: Moment
    package let validTo: Moment?

    package init(
        id: ID<Post>,
        officer: ID<Officer>,
        unit: ID<Unit>,
        role: Role,
        area: ID<Area>? = nil,
        validFrom: Moment,
        validTo: Moment? = nil
    ) {
        self.id = id
        self.officer = officer
        self.unit = unit
        self.role = role
        self.area = area
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// The first moment counts, the last does not.
    package func isValid(at moment: Moment) -> Bool {
        validFrom <= moment && (validTo.map { moment < $0 } ?? true)
    }

    /// There is a moment at which both are held.
    package func overlaps(_ other: Post) -> Bool {
        let end = min(validTo ?? .never, other.validTo ?? .never)
        return max(validFrom, other.validFrom) < end
    }
}
