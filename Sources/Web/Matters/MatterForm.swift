import Centre

extension Form {
    /// Reads an act as the API reads it.
    ///
    /// Boxes hold texts only: numbers, and answers of yes or no, are made what the contract wants
    /// before they are read.
    func read<Said>(
        _ reading: (inout Fields, Town) throws -> Said,
        in town: Town,
        numbers: Set<String> = [],
        answers: Set<String> = [],
        apart: Set<String> = []
    ) throws -> Said {
        let own: Set<String> = [Form.ticketName, Form.operationName, Form.showAgainName]
        let pairs = typed.pairs.filter { !own.contains($0.name) && !apart.contains($0.name) }
        guard case .object(let members) = try FormTree(pairs).json else {
            throw WebRefusal.malformed
        }
        let made = members.map { member in
            JSON.Member(
                member.name,
                numbers.contains(member.name)
                    ? member.value.asNumber
                    : answers.contains(member.name) ? member.value.asAnswer : member.value
            )
        }
        var fields = try Fields(.object(made))
        let said = try reading(&fields, town)
        try fields.nothingElse()
        return said
    }
}

extension JSON {
    /// What is no number stays a text, which the reading refuses by name.
    fileprivate var asNumber: JSON {
        guard case .string(let text) = self, text.isDigits, text.utf8.count <= 18 else {
            return self
        }
        return .number(text)
    }

    fileprivate var asAnswer: JSON {
        switch self {
        case .string("yes"): .bool(true)
        case .string("no"): .bool(false)
        default: self
        }
    }
}
