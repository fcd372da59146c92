import Centre
import Hummingbird

/// Turns gathered papers into what is given out, and has the printing entered.
struct Printer: Sendable {
    let desk: DocumentsDesk
    let town: TownInForce
    let press: Press
    let paperPress: PaperPress

    /// The entry is made before the answer goes out: nothing leaves without its trace.
    func answer(
        with documents: [Document],
        as order: PrintOrder
    ) async throws -> FileAnswer {
        let town = town.town
        let words = PaperWords(
            press.sentences,
            in: order.language,
            offset: town.offset,
            grounds: town.grounds.suspension
        )
        let view = try PapersView(documents, words, texts: town.documents)
        let page = try press.text(of: view, in: order.language)
        let bytes: [UInt8] =
            switch order.format {
            case .html: Array(page.utf8)
            case .pdf: try await paperPress.pdf(of: page)
            }
        let printing = Printing(bytes, as: order.format, in: order.language.ofPapers)
        try await desk.enter(printing, of: documents)
        return FileAnswer(
            bytes: bytes,
            media: order.format == .pdf ? .pdf : .html,
            language: order.language,
            name: order.format == .pdf ? name(of: documents) : nil
        )
    }

    /// In plain letters, for every browser and disk: `receipt-MZ20260000014.pdf`.
    private func name(of documents: [Document]) -> String {
        let kind = documents.first?.kind.rawValue ?? "papers"
        guard documents.count == 1, let number = documents.first?.number else {
            return "\(kind).pdf"
        }
        return "\(kind)-\(number.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }).pdf"
    }
}

/// In which form and language a paper is asked for.
struct PrintOrder: Sendable, Equatable {
    var format: Printing.Format
    var language: Language

    /// - Parameter spoken: the language of the call, unless another is asked for by name.
    init(_ query: inout Query, spoken: Language) throws {
        format = try query.word("format", as: Printing.Format.self) ?? .html
        language = try query.word("lang", as: Language.self) ?? spoken
    }

    init(format: Printing.Format, language: Language) {
        self.format = format
        self.language = language
    }
}
