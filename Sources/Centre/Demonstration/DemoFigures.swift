import Foundation

/// The people and the place of one occurrence: nobody's names, nobody's numbers.
///
/// Telephone numbers begin with digits that no operator has.
struct DemoFigures: Sendable {
    let name: String
    let respondent: String
    let firm: String
    let phone: String
    let lane: String
    let spot: String
    let amount: Int?
    let few: Int
    let village: Area
    let grid: Area
    let villageUnit: String

    init(
        of scenario: DemoScenario,
        in stage: DemoStage,
        _ dice: inout SeedDice
    ) throws {
        (village, grid) = try stage.place(scenario.area, &dice)
        villageUnit = stage.town.villageUnit(of: grid.id)?.code ?? ""
        let stock = stage.script.stock
        name =
            scenario.language == "zh"
            ? Self.name(stage, &dice) : dice.pick(stock["foreigners"] ?? [""])
        respondent = Self.name(stage, &dice)
        firm = dice.pick(stock["firms"] ?? [""])
        phone = "160" + String("\(100_000_000 + dice.number(0...99_999_999))".dropFirst())
        lane = "\(dice.pick(stock["lanes"] ?? [""]))\(dice.number(1...96))号"
        spot = dice.pick(stock["spots"] ?? [""])
        few = dice.number(3...9)
        amount = scenario.amount.map { range in
            let yuan = dice.number(range)
            return yuan >= 10_000 ? yuan / 1000 * 1000 : yuan / 10 * 10
        }
    }

    /// Nobody of the staff, so that no complaint is taken for one about an officer.
    private static func name(_ stage: DemoStage, _ dice: inout SeedDice) -> String {
        let stock = stage.script.stock
        while true {
            let given = (0..<2).map { _ in dice.pick(stock["givenNames"] ?? [""]) }
            let name = dice.pick(stock["surnames"] ?? [""]) + given.joined()
            if !stage.staff.contains(name) { return name }
        }
    }

    /// Puts the figures into a sentence.
    func fill(_ text: String) -> String {
        guard text.contains("{") else { return text }
        let figures = [
            "{village}": village.name.zh, "{Village}": village.name.en,
            "{place}": village.name.zh + spot, "{spot}": spot, "{lane}": lane,
            "{other}": respondent.prefix(1) + "某", "{firm}": firm, "{few}": "\(few)",
            "{amount}": amount.map { "\($0)" } ?? "",
        ]
        return figures.reduce(text) { text, figure in
            text.replacingOccurrences(of: figure.key, with: figure.value)
        }
    }
}

/// Where the demonstration is played: the town, the script, and who must not be named.
struct DemoStage: Sendable {
    let town: Town
    let script: DemoScript
    let staff: Set<String>
    let day: Day
    private let villages: [Area]
    private let grids: [ID<Area>: [Area]]

    init(town: Town, script: DemoScript, staff: Set<String>, day: Day) {
        self.town = town
        self.script = script
        self.staff = staff
        self.day = day
        let standing = town.areas.filter { $0.stands(on: day) }.sorted { $0.code < $1.code }
        villages = standing.filter { $0.level == .village }
        grids = Dictionary(
            grouping: standing.filter { $0.level == .grid && $0.parent != nil },
            by: { $0.parent ?? $0.id }
        )
    }

    /// The village and grid of a code, or dealt ones.
    func place(_ code: String?, _ dice: inout SeedDice) throws(NotFound) -> (Area, Area) {
        let fixed = code.flatMap { town.area(code: $0, on: day) }
        if let fixed, fixed.level == .grid, let village = fixed.parent.flatMap({ town.area($0) }) {
            return (village, fixed)
        }
        guard fixed != nil || !villages.isEmpty else { throw NotFound() }
        let village = fixed ?? dice.pick(villages)
        guard let grids = grids[village.id], !grids.isEmpty else { throw NotFound() }
        return (village, dice.pick(grids))
    }
}
