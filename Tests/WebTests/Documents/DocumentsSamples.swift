@testable import Web

extension PapersView {
    static var sample: PapersView {
        PapersView(
            title: "回执",
            language: "zh-Hans",
            papers: [
                Paper(
                    kind: "receipt",
                    office: "综治中心",
                    number: "MZ20260000014",
                    day: "2026年3月4日",
                    body: "<p>…</p>",
                    code: "<svg></svg>"
                )
            ]
        )
    }
}
