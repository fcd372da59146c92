import Hummingbird

extension Problem {
    /// As it goes over the wire.
    private struct Written: Encodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let field: String?
        let reference: String?
    }

    func response(in language: Language, from sentences: Sentences) throws -> Response {
        let written = Written(
            type: word,
            title: sentences.title(of: status.code, in: language),
            status: status.code,
            detail: sentences.sentence(for: word, particulars, in: language),
            field: field,
            reference: reference
        )
        var headers: HTTPFields = [
            .contentType: "application/problem+json; charset=utf-8",
            .contentLanguage: language.rawValue,
            .cacheControl: "no-store",
        ]
        if let retryAfter { headers[.retryAfter] = "\(retryAfter)" }
        if !allow.isEmpty { headers[.allow] = allow.joined(separator: ", ") }
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer realm=\"desk\"" }
        if status == .contentTooLarge { headers[.connection] = "close" }
        let bytes = try AnswerEncoding.bytes(of: written)
        return Response(status: status, headers: headers, body: .init(byteBuffer: bytes))
    }
}
