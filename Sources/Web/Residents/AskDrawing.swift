import Centre

/// Draws the page of one question from what was answered so far.
struct AskDrawing {
    let step: AskStep
    let typed: Typed
    let held: [HeldAttachment]
    let town: Town
    let day: Day
    let say: Wording

    func view(form: FormHead) -> any PageView {
        isStop ? danger(form) : question(form)
    }

    /// Whoever says that somebody is in danger sees the numbers to call before any other question.
    private var isStop: Bool {
        step == .kind && typed["step"] == AskStep.danger.rawValue && typed["dangerNow"] == "yes"
            && typed["go"].isEmpty
    }

    private func danger(_ form: FormHead) -> DangerView {
        DangerView(
            title: say("danger-stop"),
            calls: ["110", "119", "120"].map { number in
                .init(number: number, name: say("call-\(number)"))
            },
            form: form,
            carried: typed.carried(over: .kind).map { .init(name: $0.name, value: $0.value) }
        )
    }

    private func question(_ form: FormHead) -> AskView {
        let lead = "ask-\(step.rawValue)-lead"
        return AskView(
            title: say("ask-\(step.rawValue)"),
            progress: say(
                "ask-progress",
                ["number": "\(step.number)", "all": "\(AskStep.allCases.count)"]
            ),
            lead: say.knows(lead) ? say(lead) : nil,
            form: form,
            address: step == .check ? "/ask/send" : "/ask",
            step: step.rawValue,
            carried: typed.carried(over: step).map { .init(name: $0.name, value: $0.value) },
            isMultipart: step == .photos,
            taps: taps,
            fields: fields,
            map: step == .place ? .init(lng: typed["place.lng"], lat: typed["place.lat"]) : nil,
            photos: step == .photos ? photos : nil,
            check: step == .check ? check : nil,
            next: next,
            back: step == .danger ? nil : step.previous.rawValue
        )
    }

    private var next: String? {
        switch step {
        case .danger, .kind, .mode: nil
        case .check: say("ask-send")
        case .photos: held.isEmpty ? say("ask-next-without-photos") : say("ask-next")
        case .words, .place, .reach: say("ask-next")
        }
    }
}

// MARK: Answers by a press

extension AskDrawing {
    private var taps: [AskView.Tap] {
        switch step {
        case .danger:
            [
                tap("dangerNow", "no", "danger-no"),
                tap("dangerNow", "yes", "danger-yes", isGrave: true),
            ]
        case .kind: AskDrawing.kinds.map { tap("kind", $0.rawValue, "ask-kind-\($0.rawValue)") }
        case .mode:
            Concern.Mode.inOrder.map {
                tap("requester.mode", $0.rawValue, "ask-mode-\($0.rawValue)")
            }
        default: []
        }
    }

    /// The commonest first.
    private static let kinds: [Concern.Kind] = [
        .dispute, .help, .complaint, .report, .consult, .suggestion, .praise, .other,
    ]

    private func tap(
        _ name: String,
        _ value: String,
        _ word: String,
        isGrave: Bool = false
    ) -> AskView.Tap {
        let hint = "\(word)-hint"
        return AskView.Tap(
            name: name,
            value: value,
            label: say(word),
            hint: say.knows(hint) ? say(hint) : nil,
            isChosen: typed[name] == value,
            isGrave: isGrave
        )
    }
}

extension Concern.Mode {
    static let inOrder: [Concern.Mode] = [.named, .confidential, .anonymous]
}

// MARK: Answers in boxes

extension AskDrawing {
    private var fields: [Field] {
        switch step {
        case .words:
            [
                box("title", "ask-title", .line(upTo: 100), needed: true, focus: true),
                box("content", "ask-content", .lines(upTo: 5000, rows: 8), needed: true),
            ]
        case .place:
            [
                box("place.areaCode", "ask-village", .choice(villages)),
                box("place.address", "ask-address", .line(upTo: 200), completion: "street-address"),
            ]
        case .reach where typed["requester.mode"] == Concern.Mode.anonymous.rawValue:
            [box("requester.phones[]", "ask-phone-anonymous", .phone, completion: "tel")]
        case .reach:
            [
                box(
                    "requester.name",
                    "ask-name",
                    .line(upTo: 80),
                    needed: true,
                    focus: true,
                    completion: "name"
                ),
                box("requester.phones[]", "ask-phone", .phone, completion: "tel"),
            ]
        default: []
        }
    }

    private func box(
        _ name: String,
        _ word: String,
        _ kind: Field.Kind,
        needed: Bool = false,
        focus: Bool = false,
        completion: String = "off"
    ) -> Field {
        let hint = "\(word)-hint"
        return Field(
            name,
            say(word),
            kind,
            in: typed,
            say,
            hint: say.knows(hint) ? say(hint) : nil,
            needed: needed,
            completion: completion,
            focus: focus
        )
    }

    private var villages: [Field.Option] {
        town.areas.filter { $0.level == .village && $0.stands(on: day) }
            .map { Field.Option($0.code, say($0.name)) }
    }

    private var photos: AskView.Photos {
        AskView.Photos(
            held: held.map {
                .init(token: $0.token.text, name: $0.name, size: say.size(bytes: $0.size))
            },
            field: box("photos", "ask-photos-choose", .photos)
        )
    }
}

// MARK: Everything once more

extension AskDrawing {
    private var check: AskView.Check {
        let rows: [(AskStep, String?)] = [
            (.danger, say(typed["dangerNow"] == "yes" ? "danger-yes" : "danger-no")),
            (.kind, typed["kind"].isEmpty ? nil : say("ask-kind-\(typed["kind"])")),
            (.words, "\(typed["title"])\n\(typed["content"])"),
            (.place, place),
            (.photos, held.isEmpty ? nil : say.list(held.map(\.name))),
            (
                .mode,
                typed["requester.mode"].isEmpty ? nil : say("ask-mode-\(typed["requester.mode"])")
            ),
            (.reach, reach),
        ]
        return AskView.Check(
            rows: rows.map { step, value in
                .init(
                    name: say("check-\(step.rawValue)"),
                    value: value ?? say("check-nothing"),
                    step: step.rawValue
                )
            },
            privacy: Privacy(town, say).lines
        )
    }

    private var place: String? {
        let village = town.area(code: typed["place.areaCode"], on: day).map { say($0.name) }
        let point = typed["place.lng"].isEmpty ? nil : say("check-point")
        let parts = [village, typed["place.address"], point].compactMap { $0 }.filter {
            !$0.isEmpty
        }
        return parts.isEmpty ? nil : say.list(parts)
    }

    private var reach: String? {
        let parts = [typed["requester.name"], typed["requester.phones[]"]].filter { !$0.isEmpty }
        return parts.isEmpty ? nil : say.list(parts)
    }
}

/// The notice on personal data as the town has it, with its places filled
/// (个人信息保护法 Art 17).
struct Privacy {
    let lines: [String]

    init(_ town: Town, _ say: Wording) {
        let text = town.texts["privacy"].map { say($0) } ?? ""
        let filled = Sentences.fill(
            text,
            with: [
                "centre": say(town.documents.office), "phone": town.documents.phone,
                "retention": say("privacy-retention"), "rightsLimit": say("privacy-rights-limit"),
            ]
        )
        lines = filled.split(separator: "\n").map(String.init)
    }
}

extension Wording {
    /// 840 KB, 2.4 MB.
    func size(bytes: Int) -> String {
        let kilobytes = max(1, (bytes + 512) / 1024)
        guard kilobytes >= 1024 else { return "\(kilobytes) KB" }
        let tenths = (kilobytes * 10 + 512) / 1024
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
