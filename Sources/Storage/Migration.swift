/// One step of the schema: numbered SQL text, the same on both engines, never edited once landed.
package struct Migration: Sendable, Equatable {
    package let number: Int
    package let name: String
    package let text: String

    package init(number: Int, name: String, text: String) {
        self.number = number
        self.name = name
        self.text = text
    }
}

/// What was applied has been changed since, or is newer than this program.
package enum MigrationRefusal: Error, Equatable {
    case edited(number: Int)
    case newerThanProgram(number: Int)
}
