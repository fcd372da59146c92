import Centre

/// Matters with a running limit by unit, class or village, in three bands; each number leads to its
/// list.
struct DueTable: Sendable {
    struct Cell: Sendable {
        let key: String
        let value: String
        let address: String
        let label: String
        let tone: String
    }

    struct Row: Sendable {
        let name: String
        /// None for what has no code, which no list can be asked for.
        let linked: [Cell]
        let plain: [Cell]
    }

    let caption: String
    let rows: [Row]

    /// - Parameters:
    ///   - filter: the worklist's parameter; also the group of the numbers' places.
    ///   - name: of a code.
    init(
        _ filter: String,
        _ caption: String,
        _ shares: [WallSnapshot.Share],
        _ name: (String) -> String,
        _ say: Wording
    ) {
        self.caption = caption
        let group = filter == "area" ? "village" : filter
        // A unit's number counts what waits for the unit itself.
        let hands = filter == "unit" ? "&among=inHand" : ""
        rows = shares.map { share in
            let label = share.code.map(name) ?? say("wall-none-\(group)")
            let cells = Worklist.DueBand.allCases.map { band in
                let word = band.rawValue
                return Cell(
                    key: "\(group)/\(share.code ?? "none")/\(word)",
                    value: say.number(share.due[band]),
                    address: "/desk/matters?\(filter)=\(share.code ?? "")&due=\(word)\(hands)",
                    label: "\(label) \(say("wall-tile-due-\(word)"))",
                    tone: share.due[band] == 0 ? "nought" : word
                )
            }
            let isListed = share.code != nil
            return Row(name: label, linked: isListed ? cells : [], plain: isListed ? [] : cells)
        }
    }
}

/// Classes that came up in the last seven days, the unusual ones first.
struct PulsePart: Sendable {
    struct Row: Sendable {
        let key: String
        let name: String
        let address: String
        let label: String
        let thisWeek: String
        let usual: String
        let hot: Badge?
    }

    let basis: String
    let rows: [Row]
    let nothing: String?

    private static let atOnce = 8

    init(_ pulse: WallSnapshot.Pulse, _ names: WallNames, _ say: Wording) {
        let enough = pulse.weeks >= ClassPulse.weeksNeeded
        basis =
            enough
            ? say.count("wall-usual-basis", pulse.weeks)
            : say("wall-usual-unknown", ["needed": "\(ClassPulse.weeksNeeded)"])
        rows = pulse.classes.prefix(Self.atOnce).map { line in
            Row(
                key: "pulse/\(line.code)",
                name: names.disputeClass(line.code),
                address: "/desk/matters?among=week&class=\(line.code)&order=created",
                label: "\(names.disputeClass(line.code)) \(say("wall-this-week"))",
                thisWeek: say.number(line.thisWeek),
                usual: enough ? "\(line.usualTenths / 10).\(line.usualTenths % 10)" : "–",
                hot: line.isHot ? Badge(say("wall-hot"), .soon) : nil
            )
        }
        nothing = rows.isEmpty ? say("wall-nothing-this-week") : nil
    }
}

/// Matters several units work on together, the nearest due first.
struct JointPart: Sendable {
    struct Row: Sendable {
        let title: String
        let address: String
        let units: String
        let due: Badge?
    }

    let rows: [Row]
    let nothing: String?

    init(_ joint: WallSnapshot.JointWork, _ names: WallNames, at now: Moment, _ say: Wording) {
        rows = joint.nearest.map { line in
            let place = line.village.map(names.area)
            let about = line.classCode.map(names.disputeClass)
            let title = [place, about].compactMap { $0 }.joined(separator: " · ")
            let units = ([line.lead].compactMap { $0 } + line.assisting).map(names.unit)
            return Row(
                title: title.isEmpty ? say("wall-joint-matter") : title,
                address: "/desk/matters/\(line.matter)",
                units: say.list(units),
                due: line.due.map { due in
                    Badge(say.shortMoment(due), due < now ? .grave : .plain)
                }
            )
        }
        nothing = rows.isEmpty ? say("wall-nothing-joint") : nil
    }
}
