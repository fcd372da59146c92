/// What a template shows: stored properties, already written out for people.
///
/// The template decides nothing but whether a part is there. Texts are escaped when they are
/// shown; properties may be texts, flags, numbers, other structs, optionals and lists of these.
package protocol View: Sendable {
    /// The template's path in `Templates`, without its ending: `Intake/receipt`.
    static var template: String { get }
}

/// A view that is a whole page, with the title in the browser's frame.
package protocol PageView: View {
    var title: String { get }
}
