import Hummingbird
import Testing

@testable import Web

@Suite struct ContractTests {
    private func faults(_ value: String, _ schema: String) throws -> [String] {
        let read = { (text: String) in try JSONReader.read(Array(text.utf8)) }
        return try Measure(document: .null).faults(in: try read(value), try read(schema), at: "")
    }

    @Test(
        arguments: [
            (#"{"a":1}"#, #"{"type":"object","required":["b"]}"#),
            (
                #"{"a":1}"#,
                #"{"type":"object","additionalProperties":false,"properties":{"b":{}}}"#
            ),
            (#""x""#, #"{"type":"integer"}"#), ("1.5", #"{"type":"integer"}"#),
            ("0", #"{"minimum":1}"#), ("9", #"{"maximum":8}"#),
            (#""x""#, #"{"enum":["y"]}"#), (#""x""#, #"{"const":"y"}"#),
            (#"["x"]"#, #"{"items":{"type":"null"}}"#), (#"["x","y"]"#, #"{"maxItems":1}"#),
            (#""2026-02-30""#, #"{"format":"date"}"#), (#""x""#, #"{"format":"uuid"}"#),
            (#""2026-02-01""#, #"{"format":"date-time"}"#), (#""A""#, #"{"pattern":"^[a-z]+$"}"#),
            (#""ab""#, #"{"maxLength":1}"#), ("1", #"{"oneOf":[{},{}]}"#),
            ("1", #"{"anyOf":[{"type":"null"}]}"#),
        ]
    )
    func `the measure finds what a schema does not allow`(value: String, schema: String) throws {
        #expect(try faults(value, schema).count == 1)
    }

    @Test func `the measure lets pass what is as described`() throws {
        let schema = """
            {"type":"object","additionalProperties":false,"required":["a"],"properties":{
            "a":{"type":["string","null"],"pattern":"^[a-z]+$"},
            "b":{"type":"array","items":{"type":"integer","minimum":1}}}}
            """
        #expect(try faults(#"{"a":"x","b":[1,2]}"#, schema) == [])
        #expect(try faults(#"{"a":null}"#, schema) == [])
    }

    @Test func `every answer that is an object is closed to other fields`() throws {
        let document = try APIDocument.load().json
        for schema in document["components"]?["schemas"]?.members ?? [] {
            guard schema.value["type"]?.text == "object" else { continue }
            #expect(schema.value["additionalProperties"] != nil, "\(schema.name)")
        }
    }
}
