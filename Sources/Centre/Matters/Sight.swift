import Storage

/// What a viewer may see of the matters: the whole centre's, some units', some areas'; and never
/// one that is about the viewer, the viewer's unit or a unit above it (信访工作条例 Art 30, 46).
package struct Sight: Sendable {
    let officer: ID<Officer>
    let wholeCentre: Bool
    /// Units whose parts the viewer sees: the viewer's own and those below.
    let units: [ID<Unit>]
    let areas: [ID<Area>]
    /// The viewer's units and those above: a matter about one of them stays hidden.
    let lineage: [ID<Unit>]

    package init(_ viewer: Viewer, using right: Right = .readMatters, in town: Town) {
        let reach = viewer.reach(of: right)
        let committees = viewer.posts(holding: right).filter { $0.role == .villageHead }.map(\.unit)
        let own = Set(reach.units + committees)
        officer = viewer.officer
        wholeCentre = reach.centre
        units = own.flatMap(town.unitAndBelow).sorted()
        areas = reach.areas
        lineage = Set(viewer.posts.flatMap { town.lineage(of: $0.unit) }).sorted()
    }

    /// Holds for a matter `m` that is not about the viewer.
    var unconflicted: SQL {
        """
        NOT EXISTS (
            SELECT 1 FROM matter_conflicts x WHERE x.matter = m.id AND (
                (x.kind = 'officer' AND x.subject = \(officer))
                OR (x.kind = 'unit' AND x.subject IN \(list: lineage))
            )
        )
        """
    }

    /// Holds for a matter `m` that is the viewer's to see: a unit with a part in it, called for it, or
    /// at its table.
    var condition: SQL {
        if wholeCentre { return unconflicted }
        return """
            \(unconflicted) AND (
                EXISTS (
                    SELECT 1 FROM assignments s WHERE s.matter = m.id AND s.unit IN \(list: units)
                )
                OR EXISTS (
                    SELECT 1 FROM whistle_calls w WHERE w.matter = m.id AND w.unit IN \(list: units)
                )
                OR EXISTS (
                    SELECT 1 FROM joint_units j WHERE j.matter = m.id AND j.unit IN \(list: units)
                )
                OR (m.confidential = 0 AND (
                    m.village IN \(list: areas) OR m.grid IN \(list: areas)
                ))
            )
            """
    }
}

extension Matter {
    /// The matter, if the viewer may see it.
    static func find(_ id: ID<Matter>, within sight: Sight, in tx: Transaction) throws -> Matter {
        let row = try tx.row(
            "SELECT \(columns) FROM matters m WHERE m.id = \(id) AND \(sight.condition)"
        )
        guard let row else { throw NotFound() }
        return try Matter(row)
    }
}
