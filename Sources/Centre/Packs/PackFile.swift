/// One file of a pack as it is written: the path inside the pack's folder and the text.
package struct PackFile: Sendable, Hashable {
    package let path: String
    package let content: String

    package init(path: String, content: String) {
        self.path = path
        self.content = content
    }

    /// Demonstration logins are loaded on demand only and are never kept with the town's rules.
    var isDemo: Bool { path.hasPrefix("demo/") }
}
