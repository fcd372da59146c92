import Hummingbird
import TestSupport
import Testing

@testable import Web

@Suite struct APIDocumentTests {
    /// `GET /api/v1/matters/{id}`, one for each route.
    private func routes() async throws -> Set<String> {
        try await withCentre(.sqlite) { sample in
            Set(
                try sample.site().router().routes
                    .filter { Frame.isCall($0.path.description) }
                    .map { "\($0.method.rawValue) \($0.path.description)" }
            )
        }
    }

    @Test func `every route is in the document`() async throws {
        let calls = try APIDocument.load().calls
        #expect(try await routes().subtracting(calls).sorted() == [])
    }

    @Test func `every call of the document has its route`() async throws {
        let routes = try await routes()
        #expect(try APIDocument.load().calls.subtracting(routes).sorted() == [])
    }

    @Test func `the document is served as JSON`() async throws {
        try await withCentre(.sqlite) { sample in
            let reply = try await Browser(sample.site()).get("/api/v1/openapi.json")
            #expect(reply.status == 200)
            #expect(reply.header("Content-Type") == "application/json; charset=utf-8")
            #expect(try reply.text(at: "openapi") == "3.1.0")
        }
    }

    @Test func `every reference points to something`() throws {
        let document = try APIDocument.load().json
        for reference in references(in: document) {
            let target = APIDocument.resolve(
                .object([.init("$ref", .string(reference))]),
                in: document
            )
            #expect(target != .null, "\(reference)")
        }
    }

    @Test func `every write takes a key, and every call names its own errors`() throws {
        let document = try APIDocument.load().json
        for path in document["paths"]?.members ?? [] {
            for operation in path.value.members where operation.name != "servers" {
                let codes = Set((operation.value["responses"]?.members ?? []).map(\.name))
                #expect(!codes.isDisjoint(with: ["200", "201", "204"]), "\(path.name)")
                guard operation.name != "get" else { continue }
                let names = (operation.value["parameters"]?.elements ?? []).map {
                    APIDocument.resolve($0, in: document)["name"]?.text
                }
                #expect(names.contains("Idempotency-Key"), "\(path.name)")
                // A file may be of any kind: the content says which.
                let takesFiles = path.name.hasSuffix("/attachments")
                let own = ["400", "413", "429", "503"] + (takesFiles ? ["422"] : ["415"])
                #expect(codes.isSuperset(of: own), "\(path.name)")
            }
        }
    }

    @Test func `what callers send is closed to other fields`() throws {
        let document = try APIDocument.load().json
        for path in document["paths"]?.members ?? [] {
            for operation in path.value.members {
                let content = operation.value["requestBody"]?["content"]?["application/json"]
                guard let schema = content?["schema"] else { continue }
                let body = APIDocument.resolve(schema, in: document)
                #expect(body["additionalProperties"]?.flag == false, "\(path.name)")
            }
        }
    }

    private func references(in json: JSON) -> [String] {
        switch json {
        case .object(let members):
            members.flatMap { member in
                member.name == "$ref" ? [member.value.text ?? ""] : references(in: member.value)
            }
        case .array(let elements): elements.flatMap { references(in: $0) }
        default: []
        }
    }
}
