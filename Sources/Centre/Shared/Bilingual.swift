/// A name or sentence of the town's own data, in Chinese and in English.
package struct Bilingual: Sendable, Hashable, Codable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}
