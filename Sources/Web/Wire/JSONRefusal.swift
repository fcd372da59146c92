package import Centre

/// Why a body is not taken for JSON, and at which byte.
package struct JSONRefusal: Refusal, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case notUTF8 = "json-not-utf8"
        case missing = "json-missing"
        case unexpected = "json-unexpected"
        case endsEarly = "json-ends-early"
        case textAfterEnd = "json-text-after-end"
        case nameTwice = "json-name-twice"
        case tooDeep = "json-too-deep"
        case number = "json-number"
        case control = "json-control-character"
        case escape = "json-escape"
        case loneSurrogate = "json-lone-surrogate"
    }

    package let kind: Kind
    package let position: Int

    package init(_ kind: Kind, at position: Int) {
        self.kind = kind
        self.position = position
    }

    package var word: String { kind.rawValue }
    package var grade: RefusalGrade { .malformed }
    package var particulars: [String: String] { ["position": "\(position)"] }
}
