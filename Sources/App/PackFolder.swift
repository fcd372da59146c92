import Centre
import Foundation

/// Where a town's data lies as files.
struct PackFolder {
    let path: String

    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { throw CommandRefusal.folderMissing(path) }
        self.path = path
    }

    func files() throws -> [PackFile] { try Pack.folder(path) }

    /// The pack, sound.
    func pack() throws -> Pack {
        let (pack, findings) = Pack.read(files: try files())
        guard let pack else { throw PackRefusal(findings: findings) }
        return pack
    }
}
