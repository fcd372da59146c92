import Hummingbird
import Yams

/// The served description of all calls (OpenAPI 3.1).
///
/// It is written in YAML and served as JSON; the query parameters it names are the ones that are
/// taken.
package struct APIDocument: Sendable {
    package let json: JSON
    private let names: [String: Set<String>]

    package static func load() throws -> APIDocument {
        try APIDocument(yaml: try WebResource.text("OpenAPI/openapi.yaml"))
    }

    package init(yaml: String) throws {
        guard let root = try Yams.compose(yaml: yaml) else { throw NotADocument(at: "root") }
        json = try APIDocument.json(root)
        names = APIDocument.queryNames(in: json)
    }

    package struct NotADocument: Error {
        package let at: String

        init(at place: String) {
            at = place
        }
    }

    /// `GET /api/v1/matters/{id}` and the like, one for each call described.
    package var calls: Set<String> { Set(names.keys) }

    func queryNames(of method: String, _ route: String) -> Set<String> {
        names["\(method) \(route)"] ?? []
    }

    func routes(in api: some RouterMethods<SiteContext>) {
        let text = ByteBuffer(bytes: json.bytes)
        api.get("/openapi.json") { _, _ in
            Response(
                status: .ok,
                headers: [
                    .contentType: "application/json; charset=utf-8",
                    .cacheControl: "public, max-age=300",
                ],
                body: .init(byteBuffer: text)
            )
        }
    }
}

extension APIDocument {
    private static func json(_ node: Node) throws -> JSON {
        switch node {
        case .mapping(let mapping):
            return .object(
                try mapping.map { key, value in
                    guard let name = key.string else { throw NotADocument(at: "a name") }
                    return JSON.Member(name, try json(value))
                }
            )
        case .sequence(let nodes): return .array(try nodes.map(json))
        case .scalar(let scalar): return value(node, scalar)
        case .alias: throw NotADocument(at: "an alias")
        }
    }

    private static func value(_ node: Node, _ scalar: Node.Scalar) -> JSON {
        guard scalar.style == .plain else { return .string(scalar.string) }
        if scalar.string == "null" { return .null }
        if scalar.string == "true" { return .bool(true) }
        if scalar.string == "false" { return .bool(false) }
        let isNumber = Int(scalar.string) != nil || Double(scalar.string)?.isFinite == true
        return isNumber ? .number(scalar.string) : .string(scalar.string)
    }

    private static let methods: Set<String> = ["get", "post", "put", "patch", "delete"]

    private static func queryNames(in document: JSON) -> [String: Set<String>] {
        let base = document["servers"]?[0]?["url"]?.text ?? ""
        var names: [String: Set<String>] = [:]
        for path in document["paths"]?.members ?? [] {
            let place = path.value["servers"]?[0]?["url"]?.text ?? base
            let prefix = place == "/" ? "" : place
            for operation in path.value.members where methods.contains(operation.name) {
                let call = "\(operation.name.uppercased()) \(prefix)\(path.name)"
                names[call] = queryNames(of: operation.value, in: document)
            }
        }
        return names
    }

    private static func queryNames(of operation: JSON, in document: JSON) -> Set<String> {
        var names: Set<String> = []
        for parameter in operation["parameters"]?.elements ?? [] {
            let resolved = resolve(parameter, in: document)
            guard resolved["in"]?.text == "query", let name = resolved["name"]?.text else {
                continue
            }
            names.insert(name)
        }
        return names
    }

    /// What a `$ref` of this document points to.
    package static func resolve(_ json: JSON, in document: JSON) -> JSON {
        guard let reference = json["$ref"]?.text else { return json }
        return reference.split(separator: "/").dropFirst()
            .reduce(document) { $0[String($1)] ?? .null }
    }
}
