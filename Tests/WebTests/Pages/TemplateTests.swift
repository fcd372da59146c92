import Centre
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite struct `Templates and views` {
    @Test func `every name in a template is a stored property of its view`() throws {
        var walk = TemplateWalk(texts: try Templates.texts())
        for view in try Samples.all() { try walk.walk(view) }
        #expect(Set(walk.faults).sorted() == [])
    }

    @Test func `every template belongs to a view that has a sample`() throws {
        let texts = try Templates.texts()
        var walk = TemplateWalk(texts: texts)
        for view in try Samples.all() { try walk.walk(view) }
        #expect(Set(texts.keys).subtracting(walk.visited).sorted() == [])
    }

    @Test(arguments: Language.allCases)
    func `every sample can be written out`(language: Language) throws {
        let press = try Press.sample()
        for view in try Samples.all() {
            let text = try press.text(of: view, in: language)
            #expect(!text.contains("{{") && !text.contains("Optional("), "\(type(of: view))")
        }
    }

    @Test func `a name the sample has not is found`() throws {
        var walk = TemplateWalk(texts: ["Intake/welcome": "{{title}}{{#steps}}{{x}}{{/steps}}{{y}}"]
        )
        try walk.walk(BareView(title: "a"))
        #expect(walk.faults == ["Intake/welcome: #steps", "Intake/welcome: y"])
    }

    @Test func `a template that asks for an unknown sentence or file stops the start`() throws {
        let sentences = try Sentences.sample()
        let assets = try Assets(files: ["maple.css": [1]])
        #expect(throws: Templates.Wrong.noSentence("nothing", template: "a")) {
            try Templates(texts: ["a": "{{say.nothing}}"], sentences: sentences, assets: assets)
        }
        #expect(throws: Templates.Wrong.noAsset("x.js", template: "a")) {
            try Templates(texts: ["a": "{{asset.x.js}}"], sentences: sentences, assets: assets)
        }
    }

    @Test func `what stands in a view is shown, never run`() throws {
        let templates = try Templates(
            texts: ["Intake/welcome": "{{title}}|{{#missing}}x{{/missing}}"],
            sentences: try Sentences.sample(),
            assets: try Assets(files: [:])
        )
        let view = BareView(title: "<b a=\"c\">'&{{title}}")
        let text = try templates.text(of: view, in: .english)
        #expect(!text.contains("<") && !text.contains("\""))
        #expect(text.hasSuffix("|"))
    }

    @Test func `no template has a style, a script or an act of its own`() throws {
        for (name, text) in try Templates.texts() {
            let plain = text.lowercased()
            #expect(!plain.contains(" style=") && !plain.contains("<style"), "\(name)")
            #expect(!plain.contains(" onclick=") && !plain.contains("javascript:"), "\(name)")
            #expect(!plain.contains("http://") && !plain.contains("https://"), "\(name)")
            let scripts = plain.components(separatedBy: "<script").dropFirst()
            #expect(scripts.allSatisfy { $0.hasPrefix(" src=") }, "\(name)")
        }
    }
}
