import TestSupport
import Testing

@testable import Centre

@Suite struct `The words of a title` {
    @Test(arguments: [
        ("路灯坏了", ["路灯", "灯坏", "坏了"]), ("路灯，坏 了！", ["路灯", "灯坏", "坏了"]),
        ("ＷＩＦＩ", ["wi", "if", "fi"]),
        ("WiFi", ["wi", "if", "fi"]), ("哈哈哈哈", ["哈哈"]), ("灯", []), ("", []), ("！？", []),
        ("①２楼", ["12", "2楼"]),
    ])
    func `are its two-character runs, plainly written`(title: String, runs: [String]) {
        #expect(TitleWords(title).runs == runs)
    }

    @Test func `are at most twenty-four`() {
        let title = String(
            (0..<100).compactMap { UnicodeScalar(0x4e00 + $0).map { Character($0) } }
        )
        #expect(TitleWords(title).runs.count == 24)
    }

    @Test(arguments: Engine.all)
    func `are found by marks that only this house can make`(engine: Engine) async throws {
        try await SealedHouse.with(engine) { house in
            let title = Set(house.keys.wordMarks(of: "村口的路灯坏了三天"))
            #expect(title.isSuperset(of: house.keys.wordMarks(of: "路灯坏了")))
            #expect(title.isDisjoint(with: house.keys.wordMarks(of: "拖欠工资")))
            let other = try await SealedHouse.with(engine) { $0.keys }
            #expect(title.isDisjoint(with: other.wordMarks(of: "路灯坏了")))
        }
    }
}
