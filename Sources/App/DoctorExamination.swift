import Centre
import Foundation

/// One thing the doctor looks at.
struct Examination {
    let name: String
    let look: @Sendable () async throws -> Finding

    enum Finding: Sendable {
        case well(String)
        case doubtful(String)
        case ill(String)

        var isIll: Bool {
            if case .ill = self { true } else { false }
        }

        var mark: String {
            switch self {
            case .well: "ok   "
            case .doubtful: "note "
            case .ill: "wrong"
            }
        }

        var words: String {
            switch self {
            case .well(let words), .doubtful(let words), .ill(let words): words
            }
        }
    }

    /// What was found; an examination that cannot be made is itself an ill.
    func finding() async -> Finding {
        do {
            return try await look()
        } catch let refusal as ConfigurationRefusal {
            return .ill(refusal.description)
        } catch {
            return .ill("\(error)")
        }
    }
}

extension Examination {
    static func dataDirectory(_ path: String) -> Examination {
        Examination(name: "data directory") {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                return .doubtful("\(path) is not there yet; it is made at the first start")
            }
            guard isFolder.boolValue, FileManager.default.isWritableFile(atPath: path) else {
                return .ill("\(path) is not a folder that can be written to")
            }
            return .well(path)
        }
    }

    /// A store that runs full stops taking concerns, so it is told early.
    static func diskSpace(at path: String) -> Examination {
        Examination(name: "disk space") {
            let place = FileManager.default.fileExists(atPath: path) ? path : "."
            let attributes = try FileManager.default.attributesOfFileSystem(forPath: place)
            let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
            let mebibytes = free / 1_048_576
            switch mebibytes {
            case ..<256: return .ill("\(mebibytes) MiB free")
            case ..<2048: return .doubtful("\(mebibytes) MiB free")
            default: return .well("\(mebibytes) MiB free")
            }
        }
    }

    /// Limits are counted from the machine's clock: one that stands before the program itself
    /// was built is wrong.
    static func clock() -> Examination {
        Examination(name: "clock") {
            let program = CommandLine.arguments.first ?? ""
            let path = FileManager.default.fileExists(atPath: program) ? program : "/proc/self/exe"
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let built = attributes[.modificationDate] as? Date ?? .distantPast
            let now = Date()
            guard now >= built else {
                return .ill("\(now.ISO8601Format()), which is before this program was built")
            }
            return .well(now.ISO8601Format())
        }
    }

    static func contactKey(_ source: ContactKeySource) -> Examination {
        Examination(name: "contact key") {
            if case .madeForDemo(let path) = source {
                return .doubtful("the demo's own, in \(path)")
            }
            let keyring = try source.keyring()
            return .well("version \(keyring.current) of \(keyring.versions.count)")
        }
    }
}
