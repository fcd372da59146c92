import Centre
import Hummingbird
import Testing
import Yams

@testable import Web

@Suite struct SentencesTests {
    @Test func `both tables have the same words, and the same places to fill`() throws {
        let sentences = try Sentences.load()
        let chinese = sentences.keys(in: .chinese)
        #expect(chinese == sentences.keys(in: .english))
        for key in chinese {
            let zh = try #require(sentences.raw(key, in: .chinese))
            let en = try #require(sentences.raw(key, in: .english))
            #expect(!zh.isEmpty && !en.isEmpty)
            #expect(Sentences.names(in: zh) == Sentences.names(in: en), "\(key)")
        }
    }

    @Test func `every word has its sentence`() throws {
        let words = try Sentences.load().keys(in: .chinese)
        #expect(Refusals.all.subtracting(words).sorted() == [])
    }

    @Test func `every sentence is for a word that something says`() throws {
        let table = try WebResource.text("Strings/zh-Hans/refusals.yaml")
        let words = Set(try YAMLDecoder().decode([String: String].self, from: table).keys)
        let said = Refusals.all.union(Refusals.others)
        let left = words.subtracting(said).filter { !$0.hasPrefix("status-") }
        #expect(left.sorted() == [])
    }

    @Test func `every status has its title`() throws {
        let words = try Sentences.load().keys(in: .chinese)
        let used = Set(WebRefusal.allCases.map { "status-\($0.status.code)" })
            .union(["status-409", "status-422", "status-429"])
        #expect(used.subtracting(words).sorted() == [])
    }

    @Test func `particulars go to their places`() {
        #expect(Sentences.fill("{a}与{b}:{c}。", with: ["a": "甲", "b": "{a}"]) == "甲与{a}:。")
        #expect(Sentences.fill("a { b", with: [:]) == "a { b")
    }

    @Test func `a word nobody wrote a sentence for gets the general one`() throws {
        let sentences = try Sentences.load()
        #expect(sentences.sentence(for: "new-word", [:], in: .english) == "A rule says no.")
    }
}
