import Storage

extension Registration {
    /// Marks who the concern is about, when a respondent bears the name of a unit or an officer
    /// here.
    ///
    /// A mere namesake loses the view of one matter; the other mistake would show a complaint to
    /// the one complained of.
    func markConflicts(
        of order: WorkOrder,
        matter: ID<Matter>,
        concern: ID<Concern>
    ) throws {
        let respondents = order.parties.filter { $0.role == "respondent" }
        for respondent in respondents {
            switch respondent.kind {
            case .organisation:
                for unit in turn.town.units where unit.name.zh == respondent.name {
                    try Conflict.mark(.unit(unit.id), matter: matter, concern: concern, in: turn)
                }
            case .person:
                let namesakes = try turn.tx.rows(
                    "SELECT id FROM officers WHERE name = \(respondent.name) AND ended_at IS NULL"
                )
                for row in namesakes {
                    let officer: ID<Officer> = try row["id"]
                    try Conflict.mark(.officer(officer), matter: matter, concern: concern, in: turn)
                }
            }
        }
    }
}
