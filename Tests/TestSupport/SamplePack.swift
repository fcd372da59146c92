package import Centre
package import Foundation

/// The repository's own town, read once.
package enum SamplePack {
    /// The repository's root, from where this file lies.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func files() throws -> [PackFile] { try read.get() }

    private static let read = Result {
        try Pack.folder(root.appending(path: "Packs/minzhong").path())
    }
}
