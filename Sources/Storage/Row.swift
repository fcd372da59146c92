/// One row of an answer: the columns by name or by place.
package struct Row: Sendable {
    package let columns: Columns
    package let values: [Value]

    package init(columns: Columns, values: [Value]) {
        self.columns = columns
        self.values = values
    }

    /// The names of an answer's columns, shared by all its rows.
    package final class Columns: Sendable {
        package let names: [String]
        let places: [String: Int]

        package init(_ names: [String]) {
            self.names = names
            places = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }
    }

    package subscript<Column: Storable>(_ name: String) -> Column {
        get throws {
            guard let place = columns.places[name] else {
                throw StorageError.unreadable("no column \(name)")
            }
            do {
                return try Column(stored: values[place])
            } catch StorageError.unreadable(let what) {
                throw StorageError.unreadable("column \(name): \(what)")
            }
        }
    }

    package subscript<Column: Storable>(_ place: Int) -> Column {
        get throws {
            guard values.indices.contains(place) else {
                throw StorageError.unreadable("no column \(place)")
            }
            return try Column(stored: values[place])
        }
    }
}
