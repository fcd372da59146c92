/// How the town's papers read: who writes them, and the text of each kind in both languages.
package struct DocumentTexts: Sendable, Equatable {
    package let office: Bilingual
    package let address: Bilingual
    package let phone: String
    /// Where residents follow a concern, with `{number}` in its place.
    package let followAddress: String
    private let texts: [String: String]

    init(
        office: Bilingual,
        address: Bilingual,
        phone: String,
        followAddress: String,
        texts: [String: String]
    ) {
        self.office = office
        self.address = address
        self.phone = phone
        self.followAddress = followAddress
        self.texts = texts
    }

    /// The text with its places to fill, as the pack has it.
    package func text(_ kind: Document.Kind, in language: Document.Language) -> String {
        texts[Self.path(kind, language)] ?? ""
    }

    static func path(_ kind: Document.Kind, _ language: Document.Language) -> String {
        "documents/\(kind.fileName).\(language.rawValue).mustache"
    }
}

extension DocumentTexts {
    func followAddress(of number: String) -> String {
        followAddress.replacing("{number}", with: number)
    }

    /// The code stands behind the `#`: no server is told it and no log holds it.
    func link(to number: String, code: String? = nil) -> String {
        followAddress(of: number) + (code.map { "#\($0)" } ?? "")
    }
}
