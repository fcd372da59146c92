/// One line of the grid's published item list: what is taken up, how, and by whom.
package struct Item: Sendable, Hashable {
    package let code: String
    package let group: String
    package let name: Bilingual
    package let subjects: Set<Subject>
    package let mode: Mode
    /// The unit that takes it by default.
    package let lead: Addressee
    package let assist: [Addressee]
    package let classCode: String?
    package let limit: String?
    package let confidential: Bool
    /// What counts as this item, and what does not.
    package let counts: String
    package let countsNot: String
    package let basis: String
    package let validFrom: Day
    package let validTo: Day?

    package func isOffered(on day: Day) -> Bool {
        guard validFrom <= day else { return false }
        guard let validTo else { return true }
        return day <= validTo
    }

    /// What it is about: 人, 房, 地, 组织.
    package enum Subject: String, Sendable, CaseIterable {
        case person = "P"
        case house = "H"
        case land = "L"
        case organisation = "O"
    }

    package enum Mode: String, Sendable, CaseIterable {
        case solveOnTheSpot = "S"
        case report = "R"
        /// By consent only.
        case visit = "V"
        case inspect = "I"
    }
}

/// A group of the item list.
package struct ItemGroup: Sendable, Hashable {
    package let code: String
    package let name: Bilingual
    package let order: Int
}

/// Whom the town's data names as the one to act: a unit, or the committee of whichever village
/// the matter lies in.
package enum Addressee: Sendable, Hashable {
    case unit(String)
    case village

    package init(_ word: String) {
        self = word == "village" ? .village : .unit(word)
    }

    package var word: String {
        switch self {
        case .unit(let code): code
        case .village: "village"
        }
    }
}
