import Centre
import Crypto
import Hummingbird

/// A form as a browser sent it: its fields, read by the same rules as the API's, and the operation
/// that makes sending it twice harmless.
package struct Form: Sendable {
    package var fields: Fields
    package let files: [FormFile]
    let typed: Typed
    /// Where it was sent.
    let address: String
    let method: String

    static let ticketName = "ticket"
    static let operationName = "operation"
    /// Asks to be shown as it is, not carried out.
    static let showAgainName = "show-again"

    init(_ pairs: [FormPair], files: [FormFile], method: String, address: String) throws {
        var typed = Typed()
        for pair in pairs { typed.add(pair) }
        self.typed = typed
        self.files = files
        self.method = method
        self.address = address
        fields = try Fields(FormTree(pairs.filter { !Form.own.contains($0.name) }).json)
    }

    private static let own: Set<String> = [ticketName, operationName, showAgainName]

    var ticket: String { typed[Form.ticketName] }
    var isToBeShown: Bool { !typed[Form.showAgainName].isEmpty }

    /// Fields that a page may carry on while somebody signs in: never a secret.
    var carried: [FormPair] {
        typed.pairs.filter { pair in
            pair.name != Form.ticketName && pair.name != Form.showAgainName
                && !["password", "totp", "code", "secret"].contains { pair.name.contains($0) }
        }
    }

    /// The page's number for this write.
    ///
    /// A form without one was not made by a page of ours.
    func operation(by caller: Caller) throws(WebRefusal) -> Operation {
        let key = typed[Form.operationName]
        guard key.isPrintable(1...64) else { throw .malformed }
        var content = "\(method) \(address)\n"
        for pair in typed.pairs.sorted() where pair.name != Form.ticketName {
            content +=
                "\(pair.name.utf8.count) \(pair.name)=\(pair.value.utf8.count) \(pair.value)\n"
        }
        for file in files {
            let digest = Array(SHA256.hash(data: file.bytes))
            content += "\(file.field) \(digest)\n"
        }
        return Operation(scope: caller.scope, key: key, content: Array(content.utf8))
    }
}

/// One name and value of a form.
package struct FormPair: Sendable, Equatable, Comparable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.name, left.value) < (right.name, right.value)
    }
}

/// A file that came with a form.
package struct FormFile: Sendable, Equatable {
    package let field: String
    package let name: String
    package let type: String
    package let bytes: [UInt8]
}
