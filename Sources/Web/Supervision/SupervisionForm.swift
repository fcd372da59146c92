import Centre

/// One form of supervision on a page of its own: what it is about, what was said, what is asked.
struct SupervisionForm: PageView {
    static let template = "Supervision/form"

    let title: String
    let hint: String?
    let back: Link
    let facts: Facts
    let form: FormHead
    let fields: [Field]
    let button: String
}

/// The boxes that the forms of supervision have in common.
struct SupervisionFields {
    let typed: Typed
    let say: Wording

    func words(_ label: String, hint: String? = nil) -> Field {
        Field(
            "words",
            say(label),
            .lines(upTo: 2000),
            in: typed,
            say,
            hint: hint.map { say($0) },
            needed: true,
            focus: true
        )
    }

    func lines(
        _ name: String,
        _ label: String,
        hint: String? = nil,
        needed: Bool = false
    )
        -> Field
    {
        Field(
            name,
            say(label),
            .lines(upTo: 2000, rows: 3),
            in: typed,
            say,
            hint: hint.map { say($0) },
            needed: needed
        )
    }

    func day(_ name: String, _ label: String, needed: Bool = true) -> Field {
        Field(name, say(label), .day, in: typed, say, needed: needed)
    }

    /// One of a closed list of words, by the keys `label-word`.
    func words<Word: RawRepresentable<String>>(
        _ name: String,
        _ label: String,
        _ words: [Word]
    ) -> Field {
        choice(
            name,
            label,
            words.map { Field.Option($0.rawValue, say("\(label)-\($0.rawValue)")) }
        )
    }

    func choice(
        _ name: String,
        _ label: String,
        _ options: [Field.Option],
        needed: Bool = true
    )
        -> Field
    {
        Field(name, say(label), .choice(options), in: typed, say, needed: needed)
    }

    func grounds(_ grounds: [SupervisionGround]) -> Field {
        Field(
            "ground",
            say("supervision-ground"),
            .radios(
                grounds.map { Field.Option($0.code, say($0.title), hint: say($0.basis.citation)) }
            ),
            in: typed,
            say,
            needed: true
        )
    }

    func people(_ name: String, _ label: String, _ people: [SupervisionPerson]) -> Field {
        choice(name, label, people.map { Field.Option("\($0.officer)", $0.name) })
    }
}
