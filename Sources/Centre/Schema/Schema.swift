import Foundation
package import Storage

/// The store's shape: numbered SQL text, one file a step, never edited once landed.
package enum Schema {
    /// All steps in their order, from the files `0001-name.sql`.
    package static func migrations() throws -> [Migration] {
        let folder = Bundle.module.url(forResource: "Migrations", withExtension: nil)
        guard let folder else { throw SchemaError.folderMissing }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".sql") }
            .sorted()
            .map { name in
                let halves = name.dropLast(4).split(separator: "-", maxSplits: 1)
                guard halves.count == 2, let number = Int(halves[0]) else {
                    throw SchemaError.misnamed(name)
                }
                let data = try Data(contentsOf: folder.appending(path: name))
                return Migration(
                    number: number,
                    name: String(halves[1]),
                    text: String(decoding: data, as: UTF8.self)
                )
            }
    }
}

package enum SchemaError: Error, Equatable {
    case folderMissing
    case misnamed(String)
}
