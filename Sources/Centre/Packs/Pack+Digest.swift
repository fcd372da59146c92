import Crypto
import Foundation

extension [PackFile] {
    /// What the centre keeps of a pack, in the order of the paths.
    package var kept: [PackFile] {
        filter { !$0.isDemo }.sorted { $0.path < $1.path }
    }

    /// SHA-256 over the kept files, each path and text with its length before it, so that no text
    /// can pass for another's path.
    package var digest: String {
        var hash = SHA256()
        for file in kept {
            for text in [file.path, file.content] {
                let bytes = Data(text.utf8)
                hash.update(data: Data("\(bytes.count):".utf8))
                hash.update(data: bytes)
            }
        }
        return "sha256:" + hash.finalize().map { twoHexDigits($0) }.joined()
    }
}
