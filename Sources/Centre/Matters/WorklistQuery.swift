import Storage

/// The worklist as SQL: one walk along an index for each thing the viewer may see, merged.
///
/// The narrowest filter chooses the index; nothing is counted, nothing is skipped over.
struct WorklistQuery {
    let list: Worklist
    let sight: Sight
    let town: Town
    let now: Moment

    /// One way to reach matters in the wanted order.
    private enum Source {
        case town
        case unit(ID<Unit>)
        case area(ID<Area>, AreaLevel)
        case disputeClass(String)
        case stage(Matter.Stage)
        case today
        case week
    }

    var sql: SQL {
        let walks: [SQL] = sources.enumerated().map { place, source in
            "SELECT id, k FROM (\(walk(source))) AS \(SQL(trusted: "w\(place)"))"
        }
        guard !walks.isEmpty else { return "SELECT id, created_at AS k FROM matters WHERE 1 = 0" }
        return """
            SELECT DISTINCT id, k FROM (\(walks.joined(by: " UNION ALL "))) AS u
            ORDER BY k \(direction), id \(direction) LIMIT \(list.limit + 1)
            """
    }

    private var sources: [Source] {
        if let unit = list.unit, !reaches(unit) { return [] }
        if list.among == .today { return [.today] }
        if list.among == .week { return [.week] }
        if let unit = list.unit { return [.unit(unit)] }
        if sight.wholeCentre, list.among != nil { return stages.map { .stage($0) } }
        if let area = list.area, area.level == .village || area.level == .grid {
            return sight.wholeCentre || covers(area) ? [.area(area.id, area.level)] : unitSources
        }
        guard sight.wholeCentre else { return unitSources + areaSources }
        if let code = list.classCode { return [.disputeClass(code)] }
        if let stage = list.stage { return [.stage(stage)] }
        return [.town]
    }

    /// What is open is little, however much is filed away.
    private var stages: [Matter.Stage] {
        let open = Matter.Stage.allCases.filter { !$0.isOver }
        return open.filter { $0 == list.stage ?? $0 }
    }

    private var unitSources: [Source] { sight.units.map { .unit($0) } }

    private var areaSources: [Source] {
        sight.areas.compactMap { id in town.area(id).map { .area(id, $0.level) } }
    }

    private func reaches(_ unit: ID<Unit>) -> Bool {
        sight.wholeCentre || sight.units.contains(unit)
    }

    private func covers(_ area: Area) -> Bool {
        !Set(town.lineage(of: area.id)).isDisjoint(with: sight.areas)
    }

    private func walk(_ source: Source) -> SQL {
        switch source {
        case .town: plain("m", where: "m.linked_into IS NULL")
        case .stage(let stage): plain("m", where: "m.stage = \(stage)")
        case .disputeClass(let code): plain("m", where: "m.class = \(code)")
        case .area(let id, .grid): plain("m", where: "m.grid = \(id)")
        case .area(let id, _): plain("m", where: "m.village = \(id)")
        case .unit(let id): throughUnit(id)
        case .today: throughToday
        case .week:
            plain("m", where: "m.created_at > \(now.adding(milliseconds: -ClassPulse.week))")
        }
    }

    private var throughToday: SQL {
        let key = SQL(trusted: plainKey)
        let midnight = now.day(in: town.offset).start(in: town.offset)
        let way: SQL = list.channel.map { "c.channel = \($0)" } ?? "1 = 1"
        return """
            SELECT DISTINCT m.id AS id, \(key) AS k FROM concerns c
            JOIN matters m ON m.id = c.matter
            WHERE c.registered_at >= \(midnight) AND c.registered_at <= \(now) AND \(way)
                AND \(filters) AND \(beyond(key, "m.id"))
            ORDER BY \(key) \(direction), m.id \(direction) LIMIT \(list.limit + 1)
            """
    }

    private func plain(_ alias: String, where condition: SQL) -> SQL {
        let key = SQL(trusted: plainKey)
        return """
            SELECT m.id AS id, \(key) AS k FROM matters m
            WHERE \(condition) AND \(filters) AND \(beyond(key, "m.id"))
            ORDER BY \(key) \(direction), m.id \(direction) LIMIT \(list.limit + 1)
            """
    }

    private func throughUnit(_ unit: ID<Unit>) -> SQL {
        let key = SQL(trusted: unitKey)
        return """
            SELECT a.matter AS id, \(key) AS k FROM assignments a
            JOIN matters m ON m.id = a.matter
            WHERE a.unit = \(unit) AND \(ofParts) AND \(filters)
                AND \(beyond(key, "a.matter"))
            GROUP BY \(key), a.matter
            ORDER BY \(key) \(direction), a.matter \(direction) LIMIT \(list.limit + 1)
            """
    }

    /// What the parts can tell by themselves, so that the walk keeps to a piece of their index.
    private var ofParts: SQL {
        var conditions: [SQL] = ["1 = 1"]
        if list.among == .inHand { conditions.append(Self.live) }
        if let stage = list.stage { conditions.append("a.matter_stage = \(stage)") }
        if let band = list.due { conditions.append(inside(band, "a.matter_due_at")) }
        return conditions.joined(by: " AND ")
    }

    private var plainKey: String {
        switch list.order {
        case .due: "m.due_at"
        case .updated: "m.touched_at"
        case .created: "m.created_at"
        }
    }

    private var unitKey: String {
        switch list.order {
        case .due: "a.matter_due_at"
        case .updated: "a.matter_touched_at"
        case .created: "m.created_at"
        }
    }

    private var direction: SQL { list.order == .due ? "ASC" : "DESC" }

    private func beyond(_ key: SQL, _ id: SQL) -> SQL {
        guard let after = list.after else { return "1 = 1" }
        return list.order == .due
            ? "(\(key), \(id)) > (\(after.key), \(after.matter))"
            : "(\(key), \(id)) < (\(after.key), \(after.matter))"
    }

    private var filters: SQL {
        var conditions: [SQL] = [
            "m.linked_into IS NULL", sight.wholeCentre ? sight.unconflicted : sight.condition,
        ]
        if let stage = list.stage { conditions.append("m.stage = \(stage)") }
        if let code = list.classCode { conditions.append("m.class = \(code)") }
        if let area = list.area {
            switch area.level {
            case .village: conditions.append("m.village = \(area.id)")
            case .grid: conditions.append("m.grid = \(area.id)")
            case .city, .town: break
            }
        }
        if let band = list.due { conditions.append(inside(band, "m.due_at")) }
        if let among = list.among { conditions += inside(among) }
        return conditions.joined(by: " AND ")
    }

    private static let live: SQL = "a.state IN ('pending', 'signed', 'working', 'rework')"

    private func inside(_ among: Worklist.Among) -> [SQL] {
        switch among {
        case .open: ["m.stage IN \(list: Matter.Stage.allCases.filter { !$0.isOver })"]
        case .inHand:
            ["EXISTS (SELECT 1 FROM assignments a WHERE a.matter = m.id AND \(Self.live))"]
        case .today, .week: list.unit.map { [involves($0)] } ?? []
        }
    }

    private func involves(_ unit: ID<Unit>) -> SQL {
        "EXISTS (SELECT 1 FROM assignments a WHERE a.matter = m.id AND a.unit = \(unit))"
    }

    private func inside(_ band: Worklist.DueBand, _ due: SQL) -> SQL {
        let soon = now.adding(hours: 72)
        return switch band {
        case .overdue: "\(due) < \(now)"
        case .soon: "\(due) >= \(now) AND \(due) < \(soon)"
        case .later: "\(due) >= \(soon) AND \(due) < \(Moment.never)"
        }
    }
}
