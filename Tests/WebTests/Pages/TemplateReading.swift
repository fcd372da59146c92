/// A template as a tree of its tags, read by other eyes than the engine's.
indirect enum TemplateNode: Equatable {
    case name(String)
    case section(String, [TemplateNode])
    case inverted(String, [TemplateNode])
    case partial(String)
}

struct TemplateReading {
    struct Unreadable: Error {
        let why: String
    }

    private var tags: ArraySlice<String>

    static func nodes(of text: String) throws -> [TemplateNode] {
        var reading = TemplateReading(tags: tags(of: text)[...])
        let nodes = try reading.nodes(until: nil)
        guard reading.tags.isEmpty else { throw Unreadable(why: "an end without a beginning") }
        return nodes
    }

    private static func tags(of text: String) -> [String] {
        var tags: [String] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"),
            let close = rest[open.upperBound...].firstRange(of: "}}")
        {
            tags.append(String(rest[open.upperBound..<close.lowerBound].filter { $0 != "{" }))
            rest = rest[close.upperBound...]
        }
        return tags
    }

    private mutating func nodes(until end: String?) throws -> [TemplateNode] {
        var nodes: [TemplateNode] = []
        while let tag = tags.popFirst() {
            let name = tag.dropFirst().filter { $0 != " " }
            switch tag.first {
            case "#": nodes.append(.section(name, try self.nodes(until: name)))
            case "^": nodes.append(.inverted(name, try self.nodes(until: name)))
            case "/":
                guard name == end else {
                    throw Unreadable(why: "/\(name) where /\(end ?? "") is due")
                }
                return nodes
            case ">": nodes.append(.partial(name))
            case "!": continue
            default: nodes.append(.name(tag))
            }
        }
        guard end == nil else { throw Unreadable(why: "no end of \(end ?? "")") }
        return nodes
    }
}
