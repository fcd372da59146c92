extension SeedFile {
    /// The concern at a place of the plan is registered, with the matter made for it.
    init(_ place: Int, of plan: SeedPlan, until end: Moment? = nil) throws {
        var dice = SeedDice(plan.seed, at: place)
        let at = plan.registered(place)
        let fate = SeedFate(&dice)
        let forgotten = fate.forgottenAfter.map { at.adding(hours: $0) } ?? plan.now
        let opening = Opening(place, of: plan, in: &dice)
        let lock = try plan.keyring.newVault(world: .real)
        let matterID: ID<Matter> = ID(at: at, random: SeedDice(dice.next()))
        self.plan = plan
        self.fate = fate
        self.at = at
        self.end = end ?? min(plan.now, forgotten)
        vault = try plan.keyring.open(lock)
        matter = opening.matter(matterID, lock: lock, in: plan.town, at: at)
        self.dice = dice
        try register(opening, number: plan.number(of: place))
    }

    /// What is known of a concern as it comes through the door.
    struct Opening {
        let channel: Concern.Channel
        let kind: Concern.Kind
        let mode: Concern.Mode
        let urgency: Concern.Urgency
        let disputeClass: DisputeClass
        let place: SeedPlan.Choices.Place
        let isTold: Bool

        /// Every class, place, channel and kind gets its turn; the rest is left to chance.
        init(_ place: Int, of plan: SeedPlan, in dice: inout SeedDice) {
            let choices = plan.choices
            let even = place.isMultiple(of: 2)
            let turn = place / 2
            disputeClass =
                even ? choices.classes[turn % choices.classes.count] : dice.pick(choices.classes)
            self.place =
                even ? choices.places[turn % choices.places.count] : dice.pick(choices.places)
            channel = Concern.Channel.allCases[place % Concern.Channel.allCases.count]
            kind = dice.chance(400) ? .dispute : dice.pick(Concern.Kind.allCases)
            mode = dice.chance(850) ? .named : dice.pick([.anonymous, .confidential])
            urgency = dice.chance(900) ? .normal : dice.pick([.urgent, .emergency])
            isTold = dice.chance(800)
        }

        func matter(_ id: ID<Matter>, lock: LockedVault, in town: Town, at: Moment) -> Matter {
            let code = isTold ? disputeClass.code : nil
            return Matter(
                id: id,
                stage: .registered,
                classCode: code,
                village: place.village,
                grid: place.grid,
                urgency: urgency,
                dangerNow: urgency == .emergency,
                confidential: mode == .confidential || town.isConfidential(code),
                lock: lock,
                createdAt: at,
                touchedAt: at
            )
        }
    }

    private mutating func register(_ opening: Opening, number: String) throws {
        let id: ID<Concern> = newID()
        matter.voice = id
        let clerk = opening.channel.isPublic ? nil : dice.pick(plan.staff.clerks)
        let title = SeedWords.title(in: &dice)
        concerns.append(try concern(id, opening, number: number, title: title, clerk: clerk))
        let words = SeedWords.content(title, about: opening.disputeClass, in: &dice)
        _ = try keepWords(words, .registration, title: title, of: 0)
        noteRegistration(opening, by: clerk?.actor ?? .resident(id))
    }

    private mutating func concern(
        _ id: ID<Concern>,
        _ opening: Opening,
        number: String,
        title: String,
        clerk: SeedStaff.Hand?
    ) throws -> SeedConcern {
        let details = SeedWords.requester(opening.mode, at: opening.place.name, in: &dice)
        let lock = try plan.keyring.newVault(world: .real)
        let vault = try plan.keyring.open(lock)
        let contact: ID<Contact> = newID()
        let external = opening.channel == .hotline12345 ? "G\(number)" : nil
        let people = dice.chance(30) ? dice.number(2...60) : 1
        return SeedConcern(
            concern: Concern(
                id: id,
                number: number,
                state: .registered,
                channel: opening.channel,
                externalNo: external,
                kind: opening.kind,
                mode: opening.mode,
                contact: contact,
                home: matter.id,
                matter: matter.id,
                people: people,
                registeredAt: at,
                receivedAt: at,
                visits: 0
            ),
            lock: lock,
            vault: vault,
            details: try details.sealed(in: vault, of: contact),
            marks: ContactMark.all(of: details, keys: plan.keys),
            titleMarks: plan.keys.wordMarks(of: title),
            representatives: people > 4 ? dice.number(1...5) : nil,
            amountFen: dice.chance(200) ? Int64(dice.number(1...50_000)) * 10_000 : nil,
            externalPrint: plan.keys.mark(number, kind: "workOrder"),
            registeredBy: clerk?.officer
        )
    }

    private mutating func noteRegistration(_ opening: Opening, by actor: Actor) {
        let concern = concerns[0].concern
        var facts = [
            "number": concern.number, "kind": opening.kind.rawValue,
            "channel": opening.channel.rawValue, "urgency": matter.urgency.rawValue,
            "people": "\(concern.people)",
        ]
        facts["class"] = matter.classCode
        facts["danger"] = matter.dangerNow ? "yes" : nil
        note(.concernLinked, by: actor, facts.merging(["home": "yes"]) { $1 })
        note(.concernRegistered, to: concern, by: actor, facts)
    }
}
