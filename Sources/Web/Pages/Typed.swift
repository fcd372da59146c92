/// What stands in a form when it is shown: nothing, what a record says now, or what was typed
/// before, with what was wrong about it.
package struct Typed: Sendable {
    private(set) var pairs: [FormPair] = []
    /// Why the form is shown again.
    package var problem: Problem?
    /// It was only carried on over a new sign-in: nothing was wrong with it.
    package var isCarriedOn = false

    package init() {}

    /// A form that begins with these values.
    package init(_ values: [String: String]) {
        pairs = values.map { FormPair($0.key, $0.value) }.sorted()
    }

    package static var nothing: Typed { Typed() }

    package mutating func add(_ pair: FormPair) { pairs.append(pair) }

    /// The value of a field, empty when there is none.
    package subscript(name: String) -> String {
        pairs.last { $0.name == name }?.value ?? ""
    }

    /// All values of a field that may have several: check boxes, lists.
    package func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    package var isEmpty: Bool { pairs.isEmpty }

    mutating func forgetOperation() {
        pairs.removeAll { $0.name == Form.operationName }
    }
}
