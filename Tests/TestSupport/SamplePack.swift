package import Centre
package import Foundation

/// The repository's own town, read once.
package enum SamplePack {
    /// The repository's root, from where this file lies.
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    package static func files() throws -> [PackFile] {
        try Pack.folder(root.appending(path: "Packs/minzhong").path())
    }

    package static func pack() throws -> Pack { try read.get() }

    private static let read = Result {
        let (pack, findings) = Pack.read(files: try files())
        guard let pack else { throw PackRefusal(findings: findings) }
        return pack
    }
}
