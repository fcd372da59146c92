extension JointWork {
    mutating func takeSignOff(_ move: JointMove) throws {
        guard isOpen else { throw JointRefusal.notOpen }
        switch move {
        case .askSignOff(let units):
            guard !units.isEmpty else { throw JointRefusal.unitsTooFew }
            signOff = SignOff(parts: units.map { SignOff.Part(unit: $0) })
        case .sign(let unit): try change(unit, from: .asked, to: .signed)
        case .object(let unit): try change(unit, from: .asked, to: .objected)
        case .rule(let unit, let isUpheld):
            try change(unit, from: .objected, to: isUpheld ? .upheld : .overruled)
        default: break
        }
    }

    private mutating func change(
        _ unit: ID<Unit>,
        from: SignOff.State,
        to: SignOff.State
    ) throws {
        guard let place = signOff?.parts.firstIndex(where: { $0.unit == unit }) else {
            throw JointRefusal.notAsked
        }
        guard signOff?.parts[place].state == from else {
            throw from == .objected ? JointRefusal.noObjection : JointRefusal.signedAlready
        }
        signOff?.parts[place].state = to
    }
}
