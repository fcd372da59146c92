import TestSupport
import Testing

@testable import Centre

@Suite struct `The ladder of supervision` {
    typealias Kind = SupervisionStep.Kind
    typealias State = SupervisionStep.State
    typealias Move = SupervisionStep.Move

    /// Every kind's machine, as its file says it.
    static let machines: [(Kind, [String])] = [
        (.reminder, once("answer")),
        (.yellowCard, once("lift")),
        (.redCard, once("lift")),
        (.talk, once("hold")),
        (.letter, judged + withdrawable), (.rectification, judged + withdrawable),
        (.sign, judged + withdrawable),
        (.leader, judged + led),
        (.recheck, ["issued hold settled"]),
    ]

    private static func once(_ move: String) -> [String] {
        ["issued \(move) settled", "issued withdraw withdrawn", "settled withdraw withdrawn"]
    }

    private static let judged = [
        "issued answer answered", "answered accept settled", "answered sendBack sentBack",
        "sentBack answer answered",
    ]
    private static let led = ["issued", "sentBack"].flatMap {
        ["\($0) meet \($0)", "\($0) replace \($0)"]
    }
    private static let withdrawable = ["issued", "answered", "sentBack", "settled"]
        .map { "\($0) withdraw withdrawn" }

    @Test(arguments: machines)
    func `each step goes as its table says, and from nowhere without a right`(
        kind: Kind,
        table: [String]
    ) {
        let machine = kind.procedure.machine
        let told = machine.transitions.map { "\($0.from) \($0.step) \($0.to)" }
        #expect(Set(told) == Set(table))
        #expect(machine.transitions.allSatisfy { $0.right != nil })
        let acts = Set(machine.transitions.map(\.step))
        #expect(Set(kind.procedure.acts.keys) == acts, "a move without an act leaves no trace")
    }

    @Test(arguments: Kind.allCases)
    func `no state of a step is a dead end`(kind: Kind) {
        var reached: Set<State> = [.issued]
        for _ in State.allCases {
            for transition in kind.procedure.machine.transitions
            where reached.contains(transition.from) { reached.insert(transition.to) }
        }
        #expect(reached.contains(.settled))
        for state in reached where state != .settled && state != .withdrawn {
            #expect(!kind.procedure.machine.steps(from: state).isEmpty)
        }
    }

    static let rungs: [(Kind, [Kind], [Kind])] = [
        (.reminder, [], []), (.letter, [.reminder], []), (.letter, [], [.reminder]),
        (.yellowCard, [.letter], []), (.yellowCard, [.reminder], [.letter]),
        (.rectification, [.letter], [.yellowCard, .redCard, .talk]),
        (.rectification, [.reminder, .talk], []), (.reminder, [.talk], []),
        (.leader, [], []), (.talk, [.sign], [.reminder, .letter, .yellowCard, .redCard]),
    ]

    @Test(arguments: rungs)
    func `what is passed over is what lies above the highest rung taken`(
        kind: Kind,
        taken: [Kind],
        skipped: [Kind]
    ) {
        let part: ID<Assignment> = World.real.newID()
        let steps = taken.map { SupervisionStep.sample($0, with: part) }
        #expect(SupervisionStep.skipped(by: kind, after: steps, with: part) == skipped)
        let other: ID<Assignment> = World.real.newID()
        let all = SupervisionStep.skipped(by: kind, after: [], with: other)
        #expect(SupervisionStep.skipped(by: kind, after: steps, with: other) == all)
        let withdrawn = taken.map { SupervisionStep.sample($0, with: part, .withdrawn) }
        #expect(SupervisionStep.skipped(by: kind, after: withdrawn, with: part) == all)
    }

    @Test(arguments: Engine.all)
    func `the whole ladder is climbed, and the copy says what the entries say`(
        engine: Engine
    ) async throws {
        try await withCentre(engine) { sample in
            let case1 = try await Supervised(sample)
            let (unit, supervisor, director) =
                (try case1.liaison, case1.walk.supervisor, case1.walk.director)
            let reminder = try await case1.open(case1.order(.reminder))
            #expect(reminder.waits == .unit && reminder.due != nil)
            _ = try await case1.move(reminder.id, .answer, by: unit)
            let letter = try await case1.open(case1.order(.letter, ground: "notHandled"))
            #expect(letter.skipped == [] && letter.basis == "《信访工作条例》第40条")
            _ = try await case1.move(letter.id, .answer, by: unit)
            _ = try await case1.move(letter.id, .sendBack, by: supervisor)
            _ = try await case1.move(letter.id, .answer, by: unit)
            let accepted = try await case1.move(letter.id, .accept, by: supervisor)
            #expect(accepted.state == .settled && accepted.moves == [.withdraw])
            #expect(
                accepted.history.map(\.act) == [
                    .letterIssued, .letterAnswered, .letterSentBack, .letterAnswered,
                    .letterAccepted,
                ]
            )
            let yellow = try await case1.open(case1.order(.yellowCard))
            let red = try await case1.open(case1.order(.redCard))
            _ = try await case1.move(yellow.id, .lift, by: supervisor)
            _ = try await case1.move(red.id, .lift, by: director)
            let talk = try await case1.open(case1.order(.talk, day: case1.today.adding(2)))
            _ = try await case1.move(talk.id, .hold, "负责人表示立即整改", by: director)
            let order = try await case1.open(case1.order(.rectification))
            _ = try await case1.move(order.id, .answer, by: unit)
            _ = try await case1.move(order.id, .accept, by: supervisor)
            let (told, kept) = try await case1.steps()
            #expect(told.map { "\($0.kind) \($0.state) \($0.waits)" } == kept)
            #expect(kept == Kind.ladder.map { "\($0) settled nobody" })
        }
    }

    @Test func `a rung is passed over only with a reason, which stays in the story`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            await #expect(throws: SupervisionRefusal.skipUnexplained) {
                _ = try await case1.open(case1.order(.redCard))
            }
            let red = try await case1.open(case1.order(.redCard, skip: "当天有人员安全风险"))
            #expect(red.skipped == [.reminder, .letter, .yellowCard])
            #expect(red.history.first?.skipReason == "当天有人员安全风险")
            #expect(red.history.first?.role == "director")
        }
    }

    @Test func `a second step of a kind waits for the first, and after a withdrawal may come`()
        async throws
    {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            let first = try await case1.open(case1.order(.reminder))
            await #expect(throws: SupervisionRefusal.openAlready) {
                _ = try await case1.open(case1.order(.reminder))
            }
            let gone = try await case1.move(
                first.id,
                .withdraw,
                "时限算错了",
                by: case1.walk.supervisor
            )
            #expect(gone.state == .withdrawn)
            #expect(gone.history.last?.words == "时限算错了")
            _ = try await case1.open(case1.order(.reminder))
            let (told, _) = try await case1.steps()
            #expect(told.map(\.state) == [.withdrawn, .issued])
        }
    }

    @Test func `a ground of another step, or none, is not taken`() async throws {
        try await withCentre(.sqlite) { sample in
            let case1 = try await Supervised(sample)
            for ground in ["dueSoon", "hardMatter", "nothing"] {
                let order = try case1.order(.letter, ground: ground, skip: "急")
                let fault = await #expect(throws: Fault.self) { _ = try await case1.open(order) }
                #expect(fault?.field == "ground")
            }
            let kinds: Set<Kind> = [.letter]
            let codes = sample.town.supervision.grounds(of: .letter).map(\.code)
            #expect(kinds.contains(.letter) && codes == ["notAccepted", "notHandled", "notLawful"])
        }
    }
}

extension SupervisionStep {
    static func sample(
        _ kind: Kind,
        with part: ID<Assignment>,
        _ state: State = .settled
    ) -> SupervisionStep {
        SupervisionStep(
            id: World.real.newID(),
            kind: kind,
            assignment: part,
            unit: World.real.newID(),
            state: state,
            ground: "",
            openedBy: nil,
            openedAt: Moment(milliseconds: 0),
            skipped: [],
            particulars: [:]
        )
    }
}
