import Centre
import Hummingbird

/// Writes pages out: templates, sentences and assets, read once at the start.
package struct Press: Sendable {
    let sentences: Sentences
    let assets: Assets
    let templates: Templates

    package static func load(_ sentences: Sentences) throws -> Press {
        let assets = try Assets.load()
        return Press(
            sentences: sentences,
            assets: assets,
            templates: try Templates.load(sentences: sentences, assets: assets)
        )
    }

    func wording(_ language: Language, offset: TimeOffset = .china) -> Wording {
        Wording(sentences, in: language, offset: offset)
    }

    func text(of view: some View, in language: Language) throws -> String {
        try templates.text(of: view, in: language)
    }

    func page(_ sheet: Sheet, _ chrome: Chrome) throws -> Response {
        let content = try text(of: sheet.view, in: chrome.language)
        let title = sheet.view.title
        let around: any View =
            switch sheet.around {
            case .resident: ResidentLayout(PageFrame(title, content, chrome), chrome)
            case .staff(let place):
                StaffLayout(PageFrame(title, content, chrome), chrome, at: place)
            case .wall: WallLayout(frame: PageFrame(title, content, chrome))
            }
        return answer(try text(of: around, in: chrome.language), sheet.status, chrome.language)
    }

    func answer(
        _ text: String,
        _ status: HTTPResponse.Status,
        _ language: Language
    ) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentLanguage: language.rawValue,
                .cacheControl: "no-store",
                .vary: "Accept-Language, Cookie",
            ],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}
