/// One box of a form with its label, its hint, what was typed, and what was wrong with it.
///
/// Partial `Frame/field`. The name is the one in the API's contract, with dots for objects and
/// `[]` at the end for lists.
package struct Field: Sendable {
    package enum Kind: Sendable {
        case line(upTo: Int)
        case lines(upTo: Int, rows: Int = 5)
        case secret
        case number
        case day
        case phone
        case search
        /// One of these, from a list that opens.
        case choice([Option])
        /// One of these, all in sight.
        case radios([Option])
        /// Any of these.
        case checks([Option])
        /// Yes, or nothing.
        case tick
        /// Photographs.
        case photos
    }

    package struct Option: Sendable {
        let value: String
        let label: String
        let hint: String?

        package init(_ value: String, _ label: String, hint: String? = nil) {
            self.value = value
            self.label = label
            self.hint = hint
        }
    }

    struct Choice: Sendable {
        let id: String
        let value: String
        let label: String
        let hint: String?
        let isChosen: Bool
    }

    let name: String
    let id: String
    let label: String
    let hint: String?
    let value: String
    let problem: String?
    let isNeeded: Bool
    let isOptional: Bool
    let isFocused: Bool
    let isInput: Bool
    let inputType: String
    let inputMode: String?
    let completion: String
    let most: String?
    let isArea: Bool
    let rows: String
    let isSelect: Bool
    let isGroup: Bool
    let isTick: Bool
    let isPhotos: Bool
    let choiceType: String
    let choices: [Choice]
    /// The ids of hint and problem, for `aria-describedby`.
    let describedBy: String?

    /// - Parameters:
    ///   - say: the reader's wording.
    ///   - completion: the browser's name for the kind of value (`autocomplete`).
    ///   - focus: where the typing begins on a page without a problem.
    package init(
        _ name: String,
        _ label: String,
        _ kind: Kind,
        in typed: Typed,
        _ say: Wording,
        hint: String? = nil,
        needed: Bool = false,
        completion: String = "off",
        focus: Bool = false
    ) {
        self.name = name
        id = Field.id(of: name)
        self.label = label
        self.hint = hint
        self.completion = completion
        isNeeded = needed
        isOptional = !needed
        isFocused = focus && typed.problem == nil
        problem = FormProblem.beside(name, typed.problem, say)
        describedBy = Field.describedBy(id, hasHint: hint != nil, hasProblem: problem != nil)
        let shape = Shape(kind)
        isInput = shape.inputType != nil
        inputType = shape.inputType ?? ""
        inputMode = shape.inputMode
        most = shape.most.map { "\($0)" }
        isArea = shape.rows != nil
        rows = "\(shape.rows ?? 1)"
        isSelect = shape.isSelect
        isGroup = shape.choiceType != nil
        choiceType = shape.choiceType ?? ""
        isTick = shape.isTick
        isPhotos = shape.isPhotos
        value = isTick || shape.inputType == "password" ? "" : typed[name]
        choices = Field.choices(shape, id: id, label: label, chosen: typed.all(name))
    }

    private static func describedBy(_ id: String, hasHint: Bool, hasProblem: Bool) -> String? {
        let parts = (hasHint ? ["\(id)-hint"] : []) + (hasProblem ? ["\(id)-problem"] : [])
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private static func choices(
        _ shape: Shape,
        id: String,
        label: String,
        chosen: [String]
    ) -> [Choice] {
        if shape.isTick {
            let isChosen = !chosen.isEmpty
            return [Choice(id: id, value: "yes", label: label, hint: nil, isChosen: isChosen)]
        }
        return shape.options.enumerated().map { place, option in
            Choice(
                id: "\(id)-\(place)",
                value: option.value,
                label: option.label,
                hint: option.hint,
                isChosen: chosen.contains(option.value)
            )
        }
    }

    static func id(of name: String) -> String {
        "f-" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    /// What the kinds come to in HTML.
    private struct Shape {
        var inputType: String?
        var inputMode: String?
        var most: Int?
        var rows: Int?
        var isSelect = false
        var choiceType: String?
        var isTick = false
        var isPhotos = false
        var options: [Option] = []

        init(_ kind: Kind) {
            switch kind {
            case .line(let most): (inputType, self.most) = ("text", most)
            case .lines(let most, let rows): (self.most, self.rows) = (most, rows)
            case .secret: inputType = "password"
            case .number: (inputType, inputMode) = ("text", "numeric")
            case .day: inputType = "date"
            case .phone: (inputType, inputMode) = ("tel", "tel")
            case .search: inputType = "search"
            case .choice(let options): (isSelect, self.options) = (true, options)
            case .radios(let options): (choiceType, self.options) = ("radio", options)
            case .checks(let options): (choiceType, self.options) = ("checkbox", options)
            case .tick: isTick = true
            case .photos: isPhotos = true
            }
        }
    }
}
