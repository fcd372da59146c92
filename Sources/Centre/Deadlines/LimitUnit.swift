import Storage

/// What a limit counts, which is part of the law: 信访工作条例 counts natural days, 行政处罚法
/// (Art 85) working days.
package enum LimitUnit: String, Storable, CaseIterable, Codable {
    case naturalDays
    /// Ends on the day of the month on which it began (民法典 Art 202).
    case months
    case workingDays
    case workingHours
    case hours

    /// Whether it lasts to the end of a day, and not to an hour.
    package var endsWithDay: Bool { self != .workingHours && self != .hours }

    /// The longest limit in the unit: ten years.
    package var most: Int {
        switch self {
        case .months: 120
        case .naturalDays, .workingDays: 3660
        case .workingHours, .hours: 87_840
        }
    }

    /// Whether only days on which the offices work are counted.
    package var needsWork: Bool { self == .workingDays || self == .workingHours }
}
