import Centre
import Mustache

/// One or many papers as a page of their own: each the town's text in the town's letterhead.
struct PapersView: View {
    static let template = "Documents/papers"

    let title: String
    let language: String
    let papers: [Paper]

    struct Paper: Sendable {
        let kind: String
        let office: String
        let number: String
        let day: String
        /// Written out already, from the pack's checked text.
        let body: String
        /// A drawing, for papers that lead to a page.
        let code: String?
    }
}

extension PapersView {
    init(_ documents: [Document], _ words: PaperWords, texts: DocumentTexts) throws {
        let language = words.say.language
        let kind = documents.first?.kind.rawValue ?? ""
        title = words.say("paper-\(kind)")
        self.language = language.rawValue
        var templates: [Document.Kind: MustacheTemplate] = [:]
        papers = try documents.map { document in
            let text = texts.text(document.kind, in: language.ofPapers)
            let template = try templates[document.kind] ?? MustacheTemplate(string: text)
            templates[document.kind] = template
            return Paper(document, template, words)
        }
    }
}

extension PapersView.Paper {
    init(_ document: Document, _ text: MustacheTemplate, _ words: PaperWords) {
        kind = document.kind.rawValue
        office = document.fields["office"].flatMap(words.line) ?? ""
        number = document.number
        day = document.fields["printedOn"].flatMap(words.line) ?? ""
        body = text.render(PaperFields(document.fields, in: words))
        code = document.link.flatMap(QRCode.init).map { $0.svg(titled: words.say("paper-code")) }
    }
}

extension Language {
    var ofPapers: Document.Language {
        switch self {
        case .chinese: .chinese
        case .english: .english
        }
    }
}
