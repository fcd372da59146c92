import Centre
import Testing

@testable import Web

@Suite struct `What somebody meant who typed a name` {
    private let choices: [(code: String, names: [String])] = [
        ("02", ["邻里纠纷", "Neighbours"]), ("0203-N", ["夜间噪声", "Night noise"]),
        ("0203", ["相邻污染损害防止", "Nuisance and harm"]), ("0299", ["其他邻里纠纷", "Other"]),
    ]

    @Test(arguments: [
        ("夜间噪声", "0203-N"), ("夜间噪声 0203-N", "0203-N"), ("0203", "0203"), ("夜间", "0203-N"),
        ("night noise", "0203-N"), ("NIGHT", "0203-N"), ("邻里纠纷", "02"), ("其他邻里", "0299"),
    ])
    func `is found by name, code, or the beginning of one`(typed: String, code: String) {
        #expect(TypedChoice.code(of: typed, among: choices) == code)
    }

    @Test(arguments: ["", " ", "邻里", "没有", "0204"])
    func `is nobody's guess when it could be two or none`(typed: String) {
        #expect(TypedChoice.code(of: typed, among: choices) == nil)
    }

    @Test(arguments: [
        ("楼下吵。请管。", "楼下吵"), ("\n 路灯坏了\n三天", "路灯坏了"), ("。。", "。。"),
        (String(repeating: "长", count: 50), String(repeating: "长", count: 39) + "…"),
    ])
    func `a heading is the first sentence`(content: String, heading: String) {
        #expect(WorkOrder.title(of: content) == heading)
    }
}
