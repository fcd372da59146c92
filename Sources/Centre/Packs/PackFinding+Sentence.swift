extension PackFinding: CustomStringConvertible {
    /// For the command line: `areas.csv:12: there is no unit 'U99'`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(sentence)"
    }

    private func named(_ name: String) -> String { particulars[name] ?? "" }

    private var sentence: String {
        tableSentence ?? valueSentence ?? groundSentence ?? "\(word) \(particulars)"
    }

    private var tableSentence: String? {
        switch kind {
        case .fileMissing: "the file is missing"
        case .unreadable: "the file cannot be read: \(named("problem"))"
        case .columnMissing: "the column '\(named("name"))' is missing"
        case .columnUnknown: "nothing is known of a column '\(named("name"))'"
        case .columnTwice: "the column '\(named("name"))' is there twice"
        case .cellsMissing:
            "the row has \(named("found")) cells, the heading has \(named("wanted"))"
        case .keyMissing: "'\(named("name"))' is missing"
        case .keyUnknown: "nothing is known of '\(named("name"))'"
        case .shape: "'\(named("name"))' should be \(named("wanted"))"
        default: nil
        }
    }

    private var valueSentence: String? {
        switch kind {
        case .empty: "'\(named("name"))' is empty"
        case .value:
            "'\(named("value"))' is not allowed for '\(named("name"))'; allowed: \(named("allowed"))"
        case .number: "'\(named("name"))' should be a whole number from \(named("from"))"
        case .day: "'\(named("name"))' should be a day such as 2026-11-23"
        case .codeTwice: "the code '\(named("code"))' is there twice"
        case .codeUnknown: "there is no \(named("kind")) '\(named("code"))'"
        case .codeShape: "'\(named("code"))' should be \(named("wanted"))"
        case .loop: "'\(named("code"))' is above itself"
        case .level: "'\(named("code"))' cannot be under '\(named("parent"))'"
        case .daysTurned: "'\(named("code"))' ends before it begins"
        case .overlapInTime: "'\(named("code"))' is there twice on \(named("day"))"
        default: nil
        }
    }

    private var groundSentence: String? {
        switch kind {
        case .basisMissing: "the limit '\(named("code"))' has no legal basis"
        case .rollOver: "the limit '\(named("code"))' counts working time and cannot roll over"
        case .limitUnsound:
            "the limit '\(named("code"))' cannot be meant (\(named("finding")))"
        case .calendarUnsound: "the calendar cannot be meant (\(named("finding")))"
        case .forbidden:
            "a field '\(named("name"))' is not kept here (\(named("ground")); ARCHITECTURE 15)"
        case .openRing: "the border of '\(named("code"))' does not close"
        case .crossing: "the border of '\(named("code"))' crosses itself"
        case .overlap: "the grids '\(named("code"))' and '\(named("other"))' overlap"
        case .gap: "the grids leave a gap between them"
        case .scattered: "the grids lie in \(named("parts")) separate parts"
        case .borderMissing: "the grid '\(named("code"))' has no border"
        case .vanished: "'\(named("code"))' is in use and cannot just disappear"
        case .calendarMoved:
            "'\(named("day"))' is another kind of day than in the calendar in force: propose it "
                + "with `maplebridge calendar`"
        case .limitMoved:
            "the limit '\(named("code"))' runs and cannot change: write a new version"
        case .limitBackwards:
            "the limit '\(named("code"))' has to begin after today, for clocks run"
        default: nil
        }
    }
}
