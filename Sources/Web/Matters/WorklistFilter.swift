import Centre
import Hummingbird

/// What a list is narrowed to, as its address says it; what names nothing narrows nothing.
struct WorklistFilter: Sendable {
    let stage: Matter.Stage?
    let among: Worklist.Among?
    /// By which way today's concerns came.
    let channel: Concern.Channel?
    let unit: Unit?
    let area: Area?
    let disputeClass: DisputeClass?
    let due: Worklist.DueBand?
    let order: Worklist.Order
    let search: String
    private let after: String?

    init(_ request: Request, in town: Town) throws {
        let asked = try ListAddress(request)
        stage = asked["stage"].flatMap { Matter.Stage(rawValue: $0) }
        let among = asked["among"].flatMap { Worklist.Among(rawValue: $0) }
        self.among = among
        channel =
            among == .today ? asked["channel"].flatMap { Concern.Channel(rawValue: $0) } : nil
        unit = asked["unit"].flatMap { town.unit(code: $0) }
        area = asked["area"].flatMap { code in town.areas.last { $0.code == code } }
        disputeClass = asked["class"].flatMap { town.disputeClass($0) }
        due = asked["due"].flatMap { Worklist.DueBand(rawValue: $0) }
        order = asked["order"].flatMap { Worklist.Order(rawValue: $0) } ?? .due
        search = String((asked["q"] ?? "").prefix(100))
        after = asked["after"]
    }

    var isFirst: Bool { after == nil }

    var isNarrowed: Bool {
        stage != nil || among != nil || unit != nil || area != nil || disputeClass != nil
            || due != nil
            || !search.isEmpty
    }

    var worklist: Worklist {
        get throws {
            var list = Worklist()
            list.stage = stage
            list.among = among
            list.channel = channel
            list.unit = unit?.id
            list.area = area
            list.classCode = disputeClass?.code
            list.due = due
            list.search = search.isEmpty ? nil : search
            list.order = order
            list.limit = 50
            list.after = try after.flatMap { Cursor($0, of: list.name) }.map { cursor in
                Worklist.Cursor(key: try cursor.number(at: 0), matter: try cursor.id(at: 1))
            }
            return list
        }
    }
}

/// The parameters of a page's address, of which the last of a name counts and an empty one does
/// not.
struct ListAddress: Sendable {
    private let values: [String: String]

    init(_ request: Request) throws {
        var values: [String: String] = [:]
        for part in (request.uri.query ?? "").split(separator: "&") {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[1].isEmpty else { continue }
            values[try Query.decoded(halves[0])] = try Query.decoded(halves[1])
        }
        self.values = values
    }

    subscript(name: String) -> String? { values[name] }
}

/// Where nothing else is called an address.
typealias Address = ListAddress
