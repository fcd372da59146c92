import Centre
import Foundation
import Hummingbird
import TestSupport

@testable import Web

/// The served document as a measure: what of a call or an answer it does not allow.
struct Contract {
    let document: JSON

    /// Read once for all tests.
    static let served = Result { Contract(document: try APIDocument.load().json) }

    /// What the document does not allow in an answer; empty when the answer is as described.
    func faults(of reply: TestSupport.Reply, to method: String, _ path: String) throws -> [String] {
        guard let operation = operation(method, path) else { return ["no such call: \(path)"] }
        guard let described = operation["responses"]?["\(reply.status)"] else {
            return ["\(method) \(path) answers \(reply.status), which is not described"]
        }
        let response = APIDocument.resolve(described, in: document)
        guard let content = response["content"]?.members.first else {
            return reply.body.isEmpty ? [] : ["a body where none is described"]
        }
        guard reply.header("Content-Type")?.hasPrefix(content.name) == true else {
            return ["\(path) answers another media type than \(content.name)"]
        }
        guard content.name.hasSuffix("json"), let schema = content.value["schema"] else {
            return []
        }
        return try Measure(document: document).faults(in: try reply.json, schema, at: "")
    }

    /// What the document does not allow in a body that the server has taken.
    func faults(ofBody body: String, to method: String, _ path: String) throws -> [String] {
        let content = operation(method, path)?["requestBody"]?["content"]?["application/json"]
        guard let schema = content?["schema"] else { return ["a body where none is described"] }
        let json = try JSONReader.read(Array(body.utf8))
        return try Measure(document: document).faults(in: json, schema, at: "")
    }

    private func operation(_ method: String, _ path: String) -> JSON? {
        let plain = path.split(separator: "?").first.map(String.init) ?? path
        let steps = plain.split(separator: "/")
        let base = document["servers"]?[0]?["url"]?.text ?? ""
        let fitting = (document["paths"]?.members ?? []).filter { described in
            let own = described.value["servers"]?[0]?["url"]?.text ?? base
            let pattern = (own + described.name).split(separator: "/")
            return pattern.count == steps.count
                && zip(pattern, steps).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        // A place without a variable comes before one with.
        let best = fitting.min { left, right in
            left.name.filter { $0 == "{" }.count < right.name.filter { $0 == "{" }.count
        }
        return best?.value[method.lowercased()]
    }
}

/// The part of JSON Schema that the document is written in.
struct Measure {
    let document: JSON

    func faults(in value: JSON, _ schema: JSON, at place: String) throws -> [String] {
        var found: [String] = []
        if schema["$ref"] != nil {
            let target = APIDocument.resolve(schema, in: document)
            found += try faults(in: value, target, at: place)
        }
        found += ofKind(value, schema, at: place)
        found += try ofText(value, schema, at: place)
        found += ofSize(value, schema, at: place)
        found += try ofMembers(value, schema, at: place)
        found += try ofElements(value, schema, at: place)
        found += try ofChoices(value, schema, at: place)
        return found
    }

    private func ofKind(_ value: JSON, _ schema: JSON, at place: String) -> [String] {
        var found: [String] = []
        if let type = schema["type"] {
            let allowed = type.text.map { [$0] } ?? type.elements.compactMap(\.text)
            if !allowed.contains(where: { value.isA($0) }) {
                found.append("\(place): not \(allowed.joined(separator: " or "))")
            }
        }
        if let words = schema["enum"]?.elements, !words.contains(value) {
            found.append("\(place): not one of the words")
        }
        if let only = schema["const"], only != value { found.append("\(place): not the constant") }
        return found
    }

    private func ofText(_ value: JSON, _ schema: JSON, at place: String) throws -> [String] {
        guard let text = value.text else { return [] }
        var found: [String] = []
        if let least = schema["minLength"]?.whole, text.unicodeScalars.count < least {
            found.append("\(place): too short")
        }
        if let most = schema["maxLength"]?.whole, text.unicodeScalars.count > most {
            found.append("\(place): too long")
        }
        if let pattern = schema["pattern"]?.text {
            let expression = try NSRegularExpression(pattern: pattern)
            let whole = NSRange(text.startIndex..., in: text)
            if expression.firstMatch(in: text, range: whole) == nil {
                found.append("\(place): not as written")
            }
        }
        let isRight =
            switch schema["format"]?.text {
            case "uuid": ID<Matter>(text) != nil
            case "date-time": Moment(text: text) != nil
            case "date": Day(text) != nil
            default: true
            }
        if !isRight { found.append("\(place): not of its format") }
        return found
    }

    private func ofSize(_ value: JSON, _ schema: JSON, at place: String) -> [String] {
        guard case .number(let digits) = value, let number = Double(digits) else { return [] }
        if let least = schema["minimum"]?.figure, number < least { return ["\(place): too small"] }
        if let most = schema["maximum"]?.figure, number > most { return ["\(place): too large"] }
        return []
    }

    private func ofMembers(_ value: JSON, _ schema: JSON, at place: String) throws -> [String] {
        guard case .object(let members) = value else { return [] }
        let names = Set(members.map(\.name))
        var found = (schema["required"]?.elements ?? []).compactMap(\.text)
            .filter { !names.contains($0) }.map { "\(place)/\($0): missing" }
        for member in members {
            let inside = "\(place)/\(member.name)"
            if let described = schema["properties"]?[member.name] {
                found += try faults(in: member.value, described, at: inside)
            } else if let others = schema["additionalProperties"] {
                if others == .bool(false) { found.append("\(inside): not described") }
                if case .object = others {
                    found += try faults(in: member.value, others, at: inside)
                }
            }
        }
        return found
    }

    private func ofElements(_ value: JSON, _ schema: JSON, at place: String) throws -> [String] {
        guard case .array(let elements) = value else { return [] }
        var found: [String] = []
        if let most = schema["maxItems"]?.whole, elements.count > most {
            found.append("\(place): too many")
        }
        guard let described = schema["items"] else { return found }
        for (index, element) in elements.enumerated() {
            found += try faults(in: element, described, at: "\(place)/\(index)")
        }
        return found
    }

    private func ofChoices(_ value: JSON, _ schema: JSON, at place: String) throws -> [String] {
        for (name, isRight) in [("oneOf", { $0 == 1 }), ("anyOf", { $0 > 0 })]
            as [(String, (Int) -> Bool)]
        {
            guard let choices = schema[name]?.elements else { continue }
            let fitting = try choices.filter { try faults(in: value, $0, at: place).isEmpty }
            if !isRight(fitting.count) { return ["\(place): fits \(fitting.count) of \(name)"] }
        }
        return []
    }
}

extension JSON {
    fileprivate func isA(_ type: String) -> Bool {
        switch (self, type) {
        case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"),
            (.object, "object"), (.number, "number"):
            true
        case (.number(let digits), "integer"): Int(digits) != nil
        default: false
        }
    }

    fileprivate var figure: Double? {
        guard case .number(let digits) = self else { return nil }
        return Double(digits)
    }
}
