import Foundation
internal import GRDB
import Storage

extension Storage.SQL {
    /// The text with its placeholders and the values for them.
    var bound: (text: String, arguments: StatementArguments) {
        get throws {
            var text = ""
            // Values of another type would be turned over by key path, ten times as slowly.
            var values: [(any DatabaseValueConvertible)?] = []
            values.reserveCapacity(pieces.count / 2)
            for piece in pieces {
                switch piece {
                case .text(let literal): text += literal
                // Bound, no bytes at all would arrive as NULL.
                case .value(.bytes([])): text += "x''"
                case .value(let value):
                    try value.checkPortable()
                    text += "?"
                    values.append(value.databaseValue)
                }
            }
            return (text, StatementArguments(values))
        }
    }
}

extension Value {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }
}

extension DatabaseValue {
    var value: Value {
        switch storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes([UInt8](data))
        }
    }
}
