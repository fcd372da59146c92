/// One move of a ruling, as an entry tells it.
///
/// Words stand beside it, sealed.
package enum RulingMove: Sendable, Equatable {
    case ask(Ruling)
    case passOn(ID<Ruling>, to: ID<Officer>)
    case rule(ID<Ruling>, Ruling.Verdict)
    /// Forced where the matter ends before it is ruled.
    case withdraw(ID<Ruling>, isForced: Bool)
    /// It is no precedent any more.
    case retire(ID<Ruling>)
    case replace(ID<Ruling>, by: ID<Ruling>)
}

extension Rulings {
    /// Takes them a move on, or says why not and changes nothing.
    package mutating func take(_ move: RulingMove) throws {
        switch move {
        case .ask(let ruling):
            guard open == nil else { throw RulingRefusal.openAlready }
            all.append(ruling)
        case .passOn(let id, let officer):
            try change(id, from: .open) { ruling throws(RulingRefusal) in
                guard ruling.ruler != officer else { throw .rulerSame }
                ruling.ruler = officer
            }
        case .rule(let id, let verdict):
            try change(id, from: .open) { ruling throws(RulingRefusal) in
                ruling.state = .given
                ruling.verdict = verdict
                ruling.standing = .inForce
            }
        case .withdraw(let id, _):
            try change(id, from: .open) { ruling throws(RulingRefusal) in
                ruling.state = .withdrawn
            }
        case .retire(let id):
            try change(id, from: .given) { ruling throws(RulingRefusal) in
                try ruling.end(as: .withdrawn)
            }
        case .replace(let id, let later):
            try change(id, from: .given) { ruling throws(RulingRefusal) in
                try ruling.end(as: .replaced)
                ruling.replacedBy = later
            }
        }
    }

    private mutating func change(
        _ id: ID<Ruling>,
        from state: Ruling.State,
        _ body: (inout Ruling) throws(RulingRefusal) -> Void
    ) throws {
        guard let place = all.firstIndex(where: { $0.id == id }) else { throw NotFound() }
        guard all[place].state == state else {
            throw state == .open ? RulingRefusal.over : RulingRefusal.notInForce
        }
        try body(&all[place])
    }
}

extension Ruling {
    fileprivate mutating func end(as standing: Standing) throws(RulingRefusal) {
        guard self.standing == .inForce else { throw .notInForce }
        self.standing = standing
    }
}
