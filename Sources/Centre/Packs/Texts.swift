/// Sentences of the town itself: notices, addresses, what a receipt says.
package struct Texts: Sendable, Equatable {
    private let texts: [String: Bilingual]

    package init(_ texts: [String: Bilingual] = [:]) {
        self.texts = texts
    }

    package subscript(name: String) -> Bilingual? { texts[name] }
    package var names: [String] { texts.keys.sorted() }
}
