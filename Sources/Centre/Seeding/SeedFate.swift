/// What will become of a matter, drawn before its story begins.
struct SeedFate: Sendable {
    enum Course: Sendable {
        case ordinary
        case refused
        case withdrawnEarly
        case withdrawnLate
        case terminated
    }

    var course = Course.ordinary
    let lacksSomething: Bool
    let isReturned: Bool
    let isAssisted: Bool
    let isContacted: Bool
    let isSuspended: Bool
    let isSentBack: Bool
    let isContested: Bool
    let isUnsolved: Bool
    /// Hours after registration at which nobody goes on with it.
    let forgottenAfter: Int?

    init(_ dice: inout SeedDice) {
        switch dice.number(0...99) {
        case 0..<7: course = .refused
        case 7..<10: course = .withdrawnEarly
        case 10..<13: course = .withdrawnLate
        case 13: course = .terminated
        default: course = .ordinary
        }
        lacksSomething = dice.chance(100)
        isReturned = dice.chance(60)
        isAssisted = dice.chance(250)
        isContacted = dice.chance(800)
        isSuspended = dice.chance(80)
        isSentBack = dice.chance(60)
        isContested = dice.chance(50)
        isUnsolved = dice.chance(50)
        forgottenAfter = dice.chance(10) ? dice.number(1...500) : nil
    }
}
