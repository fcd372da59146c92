import Storage

/// What a limit counts, which is part of the law: 信访工作条例 counts natural days, 行政处罚法
/// (Art 85) working days.
package enum LimitUnit: String, Storable, CaseIterable, Codable {
    case naturalDays
    case workingDays
    case workingHours
    case hours

    package var countsDays: Bool { self == .naturalDays || self == .workingDays }

    /// Whether only days on which the offices work are counted.
    package var needsWork: Bool { self == .workingDays || self == .workingHours }
}
