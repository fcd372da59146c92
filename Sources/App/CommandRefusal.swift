/// Why a command is not carried out: one sentence for whoever runs it.
enum CommandRefusal: Error, Equatable, CustomStringConvertible {
    case noPack
    case passwordTooCheap(least: Int)
    case demoNotAsked
    case demoFolderMissing
    case demoAmongOthers
    case folderMissing(String)
    case officerUnknown(String)
    case postUnknown
    case unitUnknown(String)
    case areaUnknown(String)
    case noPassword
    case passwordsDiffer
    case fileMissing(String)
    case fileThere(String)
    case notUTF8(String)
    case broken(links: Int)
    case concernUnknown(String)
    case matterUnknown
    case batchUnknown
    case noticeUnknown
    case servedAlready(String)
    case storeMarkMissing(String)
    case rowsLeft(Int, file: String)
    case copyFaulty(String)
    case manifestMissing(String)
    case manifestMalformed(String)
    case manifestOfOtherStore(String)
    case backupNewer(schema: Int)
    case backupDamaged
    case backupDiffers
    case storeNotEmpty
    case childMissing(String)
    case childFailed(String, status: Int, said: String)

    var description: String { townSentence ?? fileSentence ?? backupSentence ?? "Refused." }

    private var townSentence: String? {
        switch self {
        case .noPack:
            "No pack is in force: load one with `maplebridge pack load DIR`, or give --pack-folder."
        case .passwordTooCheap(let least):
            "passwordCost below \(least) is for the demo alone."
        case .demoNotAsked: "Demo logins are known to everyone: they are loaded with --demo only."
        case .demoFolderMissing:
            "The pack's folder with the demo's officers is not found: give --pack-folder."
        case .demoAmongOthers:
            "This store has officers of its own; the demo's known logins do not belong beside them."
        case .officerUnknown(let login): "There is no officer \(login)."
        case .postUnknown: "There is no such post."
        case .unitUnknown(let code): "The pack in force has no unit \(code)."
        case .areaUnknown(let code): "The pack in force has no area \(code) today."
        case .noPassword: "No password was given on standard input."
        case .passwordsDiffer: "The two passwords are not the same."
        case .concernUnknown(let number): "There is no concern \(number)."
        case .matterUnknown: "There is no such matter."
        case .batchUnknown: "There is no such import."
        case .noticeUnknown: "There is no such notice among those given up."
        default: nil
        }
    }

    private var fileSentence: String? {
        switch self {
        case .folderMissing(let path): "There is no folder \(path)."
        case .fileMissing(let path): "The file \(path) cannot be read."
        case .fileThere(let path): "\(path) is there already and is not written over."
        case .servedAlready(let path):
            "A server is at work on \(path) already; a store of this kind bears only one. For "
                + "several, use PostgreSQL (--database postgresql://…)."
        case .storeMarkMissing(let path): "The file \(path) cannot be written."
        case .notUTF8(let path): "The file \(path) is not in UTF-8."
        case .rowsLeft(let count, let file):
            "\(count) row\(count == 1 ? " was" : "s were") not taken; \(file) says why."
        case .childMissing(let program):
            "\(program) is needed and not installed (package postgresql-client)."
        case .childFailed(let program, let status, let said):
            "\(program) ended with status \(status): \(said)"
        default: nil
        }
    }

    private var backupSentence: String? {
        switch self {
        case .broken(let links):
            "The timeline is not as it was written: \(links) broken link\(links == 1 ? "" : "s")."
        case .copyFaulty(let fault): "The copy is damaged and was removed: \(fault)."
        case .manifestMissing(let path): "The backup's manifest \(path) cannot be read."
        case .manifestMalformed(let path): "\(path) is not a manifest of this program."
        case .manifestOfOtherStore(let kind): "The backup is of the other kind of store: \(kind)."
        case .backupNewer(let schema):
            "The backup is at migration \(schema), which this program does not know."
        case .backupDamaged: "The backup is not the file its manifest tells of."
        case .backupDiffers:
            "What the backup holds is not what its manifest tells of: it is not to be used."
        case .storeNotEmpty: "Restoring is done into an empty place only, and this one is not."
        default: nil
        }
    }
}
