@testable import Web

/// Walks a template with a sample of its view, and notes every name that the sample has not.
struct TemplateWalk {
    let texts: [String: String]
    private(set) var faults: [String] = []
    private(set) var visited: Set<String> = []

    init(texts: [String: String]) {
        self.texts = texts
    }

    mutating func walk(_ view: any View) throws {
        let name = type(of: view).template
        try walk(template: name, [view])
    }

    private mutating func walk(template name: String, _ stack: [Any]) throws {
        guard let text = texts[name] else {
            faults.append("there is no template \(name)")
            return
        }
        visited.insert(name)
        try walk(try TemplateReading.nodes(of: text), stack, in: name)
    }

    private mutating func walk(
        _ nodes: [TemplateNode],
        _ stack: [Any],
        in template: String
    ) throws {
        for node in nodes {
            switch node {
            case .name(let name):
                if name == "." || ["say.", "asset.", "icon."].contains(where: name.hasPrefix) {
                    continue
                }
                if find(name, in: stack) == nil { faults.append("\(template): \(name)") }
            case .partial(let name): try walk(template: name, stack)
            case .section(let name, let inner): try enter(name, inner, stack, in: template)
            case .inverted(let name, let inner):
                if find(name, in: stack) == nil { faults.append("\(template): ^\(name)") }
                try walk(inner, stack, in: template)
            }
        }
    }

    private mutating func enter(
        _ name: String,
        _ inner: [TemplateNode],
        _ stack: [Any],
        in template: String
    ) throws {
        guard let value = find(name, in: stack) else {
            faults.append("\(template): #\(name)")
            return
        }
        let mirror = Mirror(reflecting: value)
        switch (value, mirror.displayStyle) {
        case (is String, _), (is Bool, _), (is Int, _): try walk(inner, stack, in: template)
        case (_, .optional?): break
        case (_, .collection?):
            // Elements differ: each is walked, so that a rare one is seen too.
            for element in mirror.children {
                try walk(inner, stack + [element.value], in: template)
            }
        default: try walk(inner, stack + [value], in: template)
        }
    }

    private func find(_ name: String, in stack: [Any]) -> Any? {
        for object in stack.reversed() {
            guard let child = Mirror(reflecting: object).children.first(where: { $0.label == name })
            else { continue }
            let mirror = Mirror(reflecting: child.value)
            guard mirror.displayStyle == .optional else { return child.value }
            return mirror.children.first?.value ?? child.value
        }
        return nil
    }
}

/// The tags of a kind in a text: `say` finds the keys of `{{say.key}}`.
func taggedNames(_ kind: String, in text: String) -> Set<String> {
    var names: Set<String> = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{\(kind)."),
        let close = rest[open.upperBound...].firstRange(of: "}}")
    {
        names.insert(String(rest[open.upperBound..<close.lowerBound]))
        rest = rest[close.upperBound...]
    }
    return names
}
