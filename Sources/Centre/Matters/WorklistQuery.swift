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
        if let unit = list.unit { return reaches(unit) ? [.unit(unit)] : [] }
        if let area = list.area, area.level == .village || area.level == .grid {
            return sight.wholeCentre || covers(area) ? [.area(area.id, area.level)] : unitSources
        }
        guard sight.wholeCentre else { return unitSources + areaSources }
        if let code = list.classCode { return [.disputeClass(code)] }
        if let stage = list.stage { return [.stage(stage)] }
        return [.town]
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
        }
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
            WHERE a.unit = \(unit) AND \(filters) AND \(beyond(key, "a.matter"))
            GROUP BY \(key), a.matter
            ORDER BY \(key) \(direction), a.matter \(direction) LIMIT \(list.limit + 1)
            """
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
        if let band = list.due { conditions.append(inside(band)) }
        return conditions.joined(by: " AND ")
    }

    private func inside(_ band: Worklist.DueBand) -> SQL {
        let soon = now.adding(hours: 72)
        return switch band {
        case .overdue: "m.due_at < \(now)"
        case .soon: "m.due_at >= \(now) AND m.due_at < \(soon)"
        case .later: "m.due_at >= \(soon) AND m.due_at < \(Moment.never)"
        }
    }
}
