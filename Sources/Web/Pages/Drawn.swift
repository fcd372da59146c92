import Mustache

/// A view as templates look into it: each stored property is read once, by its name.
///
/// The template engine would look through all properties anew for each name it meets, which a
/// list of fifty rows feels.
struct Drawn: MustacheParent {
    private indirect enum Part {
        case text(String)
        case flag(Bool)
        case view(Drawn)
        case views([Drawn])
        case texts([String])
        case nothing
    }

    /// Hides a name of the view around: what is absent here is not looked for there.
    private struct Nothing: MustacheCustomRenderable {
        let renderText = ""
        let isNull = true
    }

    private var parts: [String: Part] = [:]

    init(_ value: Any) {
        for child in Mirror(reflecting: value).children {
            guard let name = child.label else { continue }
            parts[name] = Drawn.part(child.value)
        }
    }

    func child(named name: String) -> Any? {
        switch parts[name] {
        case .text(let text): text
        case .flag(let flag): flag
        case .view(let view): view
        case .views(let views): views
        case .texts(let texts): texts
        case .nothing: Nothing()
        case nil: nil
        }
    }

    private static func part(_ value: Any) -> Part {
        switch value {
        case let text as String: return .text(text)
        case let flag as Bool: return .flag(flag)
        case let number as Int: return .text("\(number)")
        case let texts as [String]: return .texts(texts)
        default: break
        }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.map { part($0.value) } ?? .nothing
        case .collection, .set: return .views(mirror.children.map { Drawn($0.value) })
        case .enum: return .text("\(value)")
        default: return .view(Drawn(value))
        }
    }
}
