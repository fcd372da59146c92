import Storage

/// A batch of seeded matters as rows of every table.
struct SeedRecords {
    private var contacts = SeedRows(
        "contacts",
        ["id", "key_box", "key_version", "details_box", "created_at"]
    )
    private var marks = SeedRows("contact_marks", ["kind", "mark", "contact"])
    private var matters = SeedRows(
        "matters",
        [
            "id", "stage", "stage_before", "class", "item", "route", "village", "grid", "urgency",
            "danger_now", "confidential", "key_box", "key_version", "voice", "linked_into",
            "created_at", "touched_at", "due_at", "returns", "round", "conference", "verified_by",
            "closed_by", "closed_at", "closure",
        ]
    )
    private var concerns = SeedRows(
        "concerns",
        [
            "id", "number", "state", "channel", "external_no", "external_print", "kind", "mode",
            "contact", "home", "matter", "people", "representatives", "amount_fen", "reply_wanted",
            "received_at", "registered_at", "registered_by", "answer_box", "answered_at", "visits",
            "visited_at", "visited_by", "visit_solved", "visit_fair", "rated_at", "rated_solved",
            "rated_fair",
        ]
    )
    private var words = SeedRows(
        "concern_words",
        ["id", "concern", "kind", "title_box", "words_box", "at"]
    )
    private var titleWords = SeedRows("matter_words", ["word", "matter", "concern"])
    private var papers = SeedRows("matter_papers", ["id", "matter", "kind", "words_box", "at"])
    private var assignments = SeedRows(
        "assignments",
        [
            "id", "matter", "unit", "role", "state", "round", "designated", "assigned_by",
            "assigned_at", "instruction_box", "rule", "why", "signed_by", "signed_at", "outcome",
            "reply_box", "public_box", "replied_by", "replied_at", "return_reason",
            "return_basis_box", "better_unit", "returned_by", "returned_at", "due_at",
            "matter_due_at", "matter_touched_at", "matter_stage",
        ]
    )
    private var corrections = SeedRows(
        "routing_corrections",
        ["id", "rule", "matter", "from_unit", "to_unit", "reason", "at"]
    )
    private var clocks = SeedRows(
        "clocks",
        [
            "subject", "rule", "started_at", "subject_kind", "matter", "version", "due_at",
            "provisional", "state", "ended_at", "pauses", "extensions",
        ]
    )
    private var entries: [Entry] = []

    init(_ files: [SeedFile]) {
        for file in files { take(file) }
    }

    func write(with timeline: Timeline, in tx: Transaction) throws {
        let tables = [
            contacts, marks, matters, concerns, words, titleWords, papers, assignments,
            corrections, clocks,
        ]
        for table in tables { try table.write(in: tx) }
        try timeline.write(entries, in: tx)
        try WatchRecords.closeBook(in: tx)
    }

    private mutating func take(_ file: SeedFile) {
        // A matter that rests points at the one its concern was linked to.
        for matter in [file.matter] + file.resting { take(matter) }
        for concern in file.concerns { take(concern) }
        for paper in file.papers {
            papers.add([
                paper.id.stored, file.matter.id.stored, paper.kind.stored, paper.box.stored,
                paper.at.stored,
            ])
        }
        for assignment in file.assignments { take(assignment, of: file.matter) }
        for correction in file.corrections {
            corrections.add([
                correction.id.stored, correction.rule.stored, file.matter.id.stored,
                correction.from.stored, correction.to.stored, correction.reason.stored,
                correction.at.stored,
            ])
        }
        for clock in file.clocks { take(clock, of: file.matter.id) }
        for chain in file.entries.values { entries += chain }
    }
}

extension SeedRecords {
    private mutating func take(_ matter: Matter) {
        matters.add([
            matter.id.stored, matter.stage.stored, matter.stageBefore.stored,
            matter.classCode.stored, matter.item.stored, matter.route.stored,
            matter.village.stored, matter.grid.stored, matter.urgency.stored,
            matter.dangerNow.stored, matter.confidential.stored, matter.lock.box.stored,
            matter.lock.version.stored, matter.voice.stored, matter.linkedInto.stored,
            matter.createdAt.stored, matter.touchedAt.stored, matter.dueAt.stored,
            matter.returns.stored, matter.round.stored, matter.conference.stored,
            matter.verifiedBy.stored, matter.closedBy.stored, matter.closedAt.stored,
            matter.closure.stored,
        ])
    }

    private mutating func take(_ seeded: SeedConcern) {
        let concern = seeded.concern
        contacts.add([
            concern.contact.stored, seeded.lock.box.stored, seeded.lock.version.stored,
            seeded.details.stored, concern.registeredAt.stored,
        ])
        for mark in seeded.marks {
            marks.add([mark.kind.stored, mark.bytes.stored, concern.contact.stored])
        }
        concerns.add(row(of: seeded))
        for words in seeded.words {
            self.words.add([
                words.id.stored, concern.id.stored, words.kind.stored, words.title.stored,
                words.box.stored, words.at.stored,
            ])
        }
        for mark in seeded.titleMarks {
            titleWords.add([mark.stored, concern.matter.stored, concern.id.stored])
        }
    }

    private func row(of seeded: SeedConcern) -> [Value] {
        let concern = seeded.concern
        return [
            concern.id.stored, concern.number.stored, concern.state.stored, concern.channel.stored,
            concern.externalNo.stored, seeded.externalPrint.stored, concern.kind.stored,
            concern.mode.stored, concern.contact.stored, concern.home.stored,
            concern.matter.stored, concern.people.stored, seeded.representatives.stored,
            seeded.amountFen.stored, true.stored, concern.receivedAt.stored,
            concern.registeredAt.stored, seeded.registeredBy.stored, seeded.answer.stored,
            concern.answeredAt.stored, concern.visits.stored, concern.visitedAt.stored,
            seeded.visitedBy.stored, (seeded.visited?.solved).stored,
            (seeded.visited?.fair).stored, concern.ratedAt.stored, (seeded.rated?.solved).stored,
            (seeded.rated?.fair).stored,
        ]
    }

    private mutating func take(_ part: Assignment, of matter: Matter) {
        assignments.add([
            part.id.stored, matter.id.stored, part.unit.stored, part.role.stored,
            part.state.stored, part.round.stored, part.designated.stored, part.assignedBy.stored,
            part.assignedAt.stored, part.instruction.stored, part.rule.stored, part.why.stored,
            part.signedBy.stored, part.signedAt.stored, part.outcome.stored, part.reply.stored,
            part.publicReply.stored, part.repliedBy.stored, part.repliedAt.stored,
            part.returnReason.stored, part.returnBasis.stored, part.betterUnit.stored,
            part.returnedBy.stored, part.returnedAt.stored, part.dueAt.stored,
            matter.dueAt.stored, matter.touchedAt.stored, matter.stage.stored,
        ])
    }

    private mutating func take(_ clock: Clock, of matter: ID<Matter>) {
        let state: ClockState = clock.isOpen ? .running : clock.state
        clocks.add([
            clock.subject.id.stored, clock.rule.stored, clock.startedAt.stored,
            clock.subject.kind.stored, matter.stored, clock.version.stored, clock.dueAt.stored,
            clock.provisional.stored, state.stored, clock.endedAt.stored,
            ClockText.of(clock.pauses).stored, ClockText.of(clock.extensions).stored,
        ])
    }
}
