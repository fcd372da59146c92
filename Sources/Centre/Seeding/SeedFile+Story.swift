extension SeedFile {
    /// Lives from registration to the archive, or to where the story ends, and winds the clocks.
    mutating func live() throws {
        do {
            try tell()
        } catch is End {
            // What would follow has not happened yet.
        }
        matter.touchedAt = at
        windClocks()
    }

    private mutating func tell() throws {
        guard try isTakenIn() else { return }
        try handOut()
        guard try isHandled() else { return }
        try finish()
    }

    /// - Returns: false when the matter ended at the door.
    private mutating func isTakenIn() throws -> Bool {
        if fate.lacksSomething {
            try pass(hours: 1...30)
            try callSupplement()
            try pass(hours: 5...200)
            try supplement()
        }
        if fate.course == .withdrawnEarly {
            try pass(hours: 1...20)
            try withdraw()
            try fileAway()
            return false
        }
        try pass(hours: 1...80)
        guard fate.course != .refused else {
            try refuse()
            try fileAway()
            return false
        }
        try accept()
        return true
    }

    private mutating func handOut() throws {
        try pass(hours: 0...20)
        try assign()
        if fate.isReturned {
            try pass(hours: 2...20)
            try giveBack()
            try pass(hours: 2...30)
            try assign(otherThan: assignments.map(\.unit))
        }
        guard fate.isAssisted else { return }
        try pass(hours: 0...2)
        try assign(.assist, otherThan: assignments.map(\.unit))
    }

    /// - Returns: false when the matter ended before a reply.
    private mutating func isHandled() throws -> Bool {
        try pass(hours: 1...30)
        for place in liveParts { try sign(place) }
        if fate.isContacted {
            try pass(hours: 0...24)
            try makeContact(leadPlace)
        }
        if fate.course == .withdrawnLate || fate.course == .terminated {
            try pass(hours: 5...200)
            if fate.course == .terminated { try terminate() } else { try withdraw() }
            try fileAway()
            return false
        }
        if fate.isSuspended {
            try pass(hours: 5...100)
            try suspend()
            try pass(hours: 200...1_200)
            try resume()
        }
        try work()
        guard fate.isSentBack else { return true }
        try pass(hours: 4...60)
        try verify(.rework)
        try work()
        return true
    }

    /// Every unit that has something to do hands in.
    private mutating func work() throws {
        for place in liveParts {
            try pass(hours: 12...260)
            try reply(place)
        }
    }

    private var liveParts: [Int] {
        assignments.indices.filter {
            assignments[$0].state.isLive && assignments[$0].round == matter.round
        }
    }

    private mutating func finish() throws {
        try closeAndAnswer()
        if fate.isContested {
            try pass(hours: 10...300)
            try contest(0)
            try workAgain()
        }
        try pass(hours: 10...160)
        if dice.chance(100) {
            try visit(nil)
            try pass(hours: 10...60)
        }
        if fate.isUnsolved {
            try visit(.no)
            try workAgain()
            try pass(hours: 10...160)
        }
        try visit(dice.pick([.yes, .yes, .yes, .partly]))
        for place in standing where dice.chance(400) {
            try pass(hours: 0...20)
            try rate(place)
        }
        try fileAway()
    }

    private mutating func closeAndAnswer() throws {
        try pass(hours: 4...60)
        try verify()
        try pass(hours: 1...24)
        try close()
    }

    private mutating func workAgain() throws {
        try pass(hours: 4...60)
        for place in liveParts { try sign(place) }
        try work()
        try closeAndAnswer()
    }

    private mutating func fileAway() throws {
        try pass(hours: 200...900)
        try archive()
    }
}
