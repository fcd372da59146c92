/// A matter that lives through its story in memory, with all that hangs on it.
///
/// Its steps leave what the steps of a ``File`` leave: the same entries with the same facts, the same states, the same
/// sealed words; only nobody waits for them.
struct SeedFile: Sendable {
    let plan: SeedPlan
    var dice: SeedDice
    /// The moment of the step under way.
    var at: Moment
    /// The story is told no further than this.
    let end: Moment
    let fate: SeedFate
    var matter: Matter
    let vault: Vault
    var concerns: [SeedConcern] = []
    var assignments: [Assignment] = []
    var papers: [SeedPaper] = []
    var entries: [Chain: [Entry]] = [:]
    /// The matters that rest because their concerns were linked to this one.
    var resting: [Matter] = []
    var corrections: [SeedCorrection] = []
    var clocks: [Clock] = []
    /// What each part answered the resident, for the answer at the closing.
    var publicWords: [ID<Assignment>: String] = [:]

    var town: Town { plan.town }

    /// The story has come to its end: what would follow lies in the future.
    struct End: Error {}

    /// Lets so many hours pass before the next step.
    mutating func pass(hours: ClosedRange<Int>) throws(End) {
        let minutes = dice.number(hours.lowerBound * 60...hours.upperBound * 60)
        let next = at.adding(milliseconds: Int64(minutes) * 60_000 + Int64(dice.number(1...59_999)))
        guard next <= end else { throw End() }
        at = next
    }

    mutating func newID<Subject>(of subject: Subject.Type = Subject.self) -> ID<Subject> {
        ID(at: at, random: SeedDice(dice.next()))
    }

    mutating func step(_ step: Matter.Step) throws {
        matter.stage = try Matter.machine.next(from: matter.stage, step)
    }

    mutating func note(_ draft: Entry.Draft) {
        let at = at
        let chance = dice.bytes(8)
        let world = World(now: { at }, random: { Array(chance.prefix($0)) })
        let end = entries[draft.chain]?.last.map { ChainEnd($0) } ?? .beginning
        entries[draft.chain, default: []].append(Entry(draft, after: end, world: world))
    }

    /// Writes what happened to the matter's chain.
    mutating func note(
        _ act: Act,
        by actor: Actor,
        assignment: ID<Assignment>? = nil,
        _ facts: [String: String] = [:]
    ) {
        note(
            Entry.Draft(
                act,
                on: .matter(matter.id),
                by: actor,
                at: at,
                matter: matter.id,
                assignment: assignment,
                facts: facts
            )
        )
    }

    /// Writes what happened to one concern on the concern's own chain.
    mutating func note(
        _ act: Act,
        to concern: Concern,
        by actor: Actor,
        _ facts: [String: String] = [:]
    ) {
        note(
            Entry.Draft(
                act,
                on: .concern(concern.id),
                by: actor,
                at: at,
                matter: concern.matter,
                concern: concern.id,
                facts: facts
            )
        )
    }

    /// - Returns: the digest of the sealed words.
    mutating func paper(_ kind: MatterPaper.Kind, _ words: String) throws -> String {
        let box = try vault.seal(words, as: "matter.\(kind.rawValue)")
        papers.append(SeedPaper(id: newID(), kind: kind, box: box, at: at))
        return sealedDigest(box)
    }

    /// - Returns: the digest of the sealed words.
    mutating func keepWords(
        _ words: String,
        _ kind: ConcernWords.Kind,
        title: String? = nil,
        of place: Int
    ) throws -> String {
        let vault = concerns[place].vault
        let box = try vault.seal(words, as: "concern.words")
        let titleBox = try title.map { try vault.seal($0, as: "concern.title") }
        concerns[place].words.append(
            .init(id: newID(), kind: kind, title: titleBox, box: box, at: at)
        )
        return sealedDigest(box)
    }

    mutating func moveConcern(_ place: Int, _ step: Concern.Step) throws {
        let state = concerns[place].concern.state
        concerns[place].concern.state = try Concern.machine.next(from: state, step)
    }

    /// The concerns that are not withdrawn.
    var standing: [Int] {
        concerns.indices.filter { concerns[$0].concern.state != .withdrawn }
    }
}
