import Centre

/// The boxes of the window's form, one by one.
struct WindowBoxes {
    let typed: Typed
    let town: Town
    let say: Wording
    let day: Day
    let focus: WindowView.Focus

    init(_ typed: Typed, _ town: Town, _ say: Wording, _ day: Day, focus: WindowView.Focus) {
        self.typed = typed
        self.town = town
        self.say = say
        self.day = day
        self.focus = focus
    }

    /// Where the box at fault stands, from nought.
    static func step(of field: String?) -> Int? {
        guard let field else { return nil }
        let first = ["dangerNow", "alarmRaised"]
        let isFirst =
            first.contains(field)
            || ["requester", "source", "people"].contains {
                field.hasPrefix($0)
            }
        return isFirst ? 0 : field == "noReply" ? 2 : 1
    }

    func isFilled(_ names: [String]) -> Bool {
        names.contains { !typed[$0].isEmpty || typed.problem?.field == $0 }
    }

    func tick(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(name, say(label), .tick, in: typed, say, hint: hint.map { say($0) })
    }

    func number(_ name: String, _ label: String, hint: String? = nil) -> Field {
        Field(name, say(label), .number, in: typed, say, hint: hint.map { say($0) })
    }

    func line(_ name: String, _ label: String, _ most: Int, hint: String? = nil) -> Field {
        Field(name, say(label), .line(upTo: most), in: typed, say, hint: hint.map { say($0) })
    }

    var phone: Field {
        Field(
            "requester.phones[]",
            say("window-phone"),
            .phone,
            in: typed,
            say,
            hint: say("window-phone-hint"),
            focus: focus == .phone
        )
    }

    var name: Field {
        Field(
            "requester.name",
            say("window-name"),
            .line(upTo: 80),
            in: typed,
            say,
            hint: say("window-name-hint"),
            needed: true,
            focus: focus == .name
        )
    }

    var mode: Field {
        let options = Concern.Mode.allCases.map { mode in
            Field.Option(
                mode.rawValue,
                say("mode-\(mode.rawValue)"),
                hint: say("mode-hint-\(mode.rawValue)")
            )
        }
        return Field(
            "requester.mode",
            say("window-mode"),
            .radios(options),
            in: typed,
            say,
            needed: true
        )
    }

    var role: Field {
        choice("requester.role", "window-role", ["self", "agent", "representative"]) {
            say("for-\($0)")
        }
    }

    var channel: Field {
        let words = Concern.Channel.atTheWindow.map(\.rawValue)
        return choice("source.channel", "window-channel", words, needed: true) {
            say("paper-channel-\($0)")
        }
    }

    var kind: Field {
        let words = Concern.Kind.allCases.map(\.rawValue)
        return choice("kind", "window-kind", words, needed: true) { say("paper-kind-\($0)") }
    }

    var urgency: Field {
        let words = Concern.Urgency.allCases.map(\.rawValue)
        return choice("urgency", "window-urgency", words) { say("paper-urgency-\($0)") }
    }

    var respondentKind: Field {
        let words = Party.Kind.allCases.map(\.rawValue)
        return choice("respondentKind", "window-respondent-kind", words) { say("party-\($0)") }
    }

    var content: Field {
        Field(
            "content",
            say("window-content"),
            .lines(upTo: 5000, rows: 6),
            in: typed,
            say,
            hint: say("window-content-hint"),
            needed: true
        )
    }

    func disputeClass(needed: Bool = false) -> Pick {
        pick("class", "window-class", needed ? nil : "window-class-hint", focus: focus == .what) {
            town.offeredClasses.map { one in
                let parent = one.parent.flatMap { town.disputeClass($0) }
                return ("\(say(one.name)) \(one.code)", parent.map { say($0.name) } ?? "")
            }
        }
    }

    func area(_ name: String) -> Pick {
        pick(name, "window-area", "window-area-hint", focus: false) {
            town.offeredAreas(on: day).map { one in
                let parent = one.level == .grid ? one.parent.flatMap { town.area($0) } : nil
                return (say(one.name), parent.map { say($0.name) } ?? "")
            }
        }
    }

    private func choice(
        _ name: String,
        _ title: String,
        _ words: [String],
        needed: Bool = false,
        as label: (String) -> String
    ) -> Field {
        let options = words.map { Field.Option($0, label($0)) }
        return Field(name, say(title), .choice(options), in: typed, say, needed: needed)
    }

    private func pick(
        _ name: String,
        _ label: String,
        _ hint: String?,
        focus: Bool,
        _ options: () -> [(value: String, label: String)]
    ) -> Pick {
        let id = Field.id(of: name)
        let problem = FormProblem.beside(name, typed.problem, say)
        return Pick(
            name: name,
            id: id,
            label: say(label),
            hint: say(hint ?? "window-pick-hint"),
            value: typed[name],
            problem: problem,
            describedBy: problem == nil ? "\(id)-hint" : "\(id)-hint \(id)-problem",
            isOptional: hint != nil,
            isFocused: focus && typed.problem == nil,
            options: options().map { Pick.Option(value: $0.value, label: $0.label) }
        )
    }
}
