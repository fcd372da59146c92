import Centre

/// The fields of a form as the object they stand for.
///
/// `requester.name` is a field of the object `requester`; `goals[]` is an element of a list. What
/// was left empty is absent, as a browser sends every box.
struct FormTree {
    private indirect enum Node {
        case leaf(String)
        case list([String])
        case branch([(name: String, node: Node)])
    }

    private var root: [(name: String, node: Node)] = []

    init(_ pairs: [FormPair]) throws(Fault) {
        for pair in pairs where !pair.value.isEmpty {
            let path = pair.name.split(separator: ".", omittingEmptySubsequences: false)
            guard path.count <= 4, path.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 64 }) else {
                throw Fault(.unknown, String(pair.name.prefix(50)))
            }
            try FormTree.put(pair.value, at: path[...], in: &root, of: pair.name)
        }
    }

    var json: JSON { FormTree.json(.branch(root)) }

    private static func put(
        _ value: String,
        at path: ArraySlice<Substring>,
        in branch: inout [(name: String, node: Node)],
        of whole: String
    ) throws(Fault) {
        guard let step = path.first else { return }
        let isList = path.count == 1 && step.hasSuffix("[]")
        let name = String(isList ? step.dropLast(2) : step)
        let place = branch.firstIndex { $0.name == name }
        switch (place.map { branch[$0].node }, path.count == 1, isList) {
        case (nil, true, false): branch.append((name, .leaf(value)))
        case (nil, true, true): branch.append((name, .list([value])))
        case (nil, false, _):
            var inner: [(name: String, node: Node)] = []
            try put(value, at: path.dropFirst(), in: &inner, of: whole)
            branch.append((name, .branch(inner)))
        case (.list(let values), true, true):
            if let place { branch[place].node = .list(values + [value]) }
        case (.branch(var inner), false, _):
            try put(value, at: path.dropFirst(), in: &inner, of: whole)
            if let place { branch[place].node = .branch(inner) }
        default: throw Fault(.twice, String(whole.prefix(50)))
        }
    }

    private static func json(_ node: Node) -> JSON {
        switch node {
        case .leaf(let text): .string(text)
        case .list(let texts): .array(texts.map { .string($0) })
        case .branch(let members):
            .object(members.map { JSON.Member($0.name, json($0.node)) })
        }
    }
}
