/// What an import came to.
///
/// It holds numbers and words of refusals, and none of what was read.
package struct ImportReport: Sendable {
    package let batch: ID<ImportBatch>
    package internal(set) var registered = 0
    /// Rows whose number the centre knew: nothing new was made of them.
    package internal(set) var known = 0
    /// The numbers of the first and the last concern, in the order of the file.
    package internal(set) var first: String?
    package internal(set) var last: String?
    package internal(set) var failures: [Failure] = []

    /// A row that did no harm to the others.
    package struct Failure: Sendable {
        package let row: Int
        package let line: Int
        package let refusal: any Refusal
    }

    enum Outcome: Sendable {
        case registered(String)
        case known(String)
        case failed(Failure)
    }

    init(batch: ID<ImportBatch>) {
        self.batch = batch
    }

    mutating func take(_ outcome: Outcome) {
        switch outcome {
        case .registered(let number):
            registered += 1
            note(number)
        case .known(let number):
            known += 1
            note(number)
        case .failed(let failure): failures.append(failure)
        }
    }

    private mutating func note(_ number: String) {
        first = first ?? number
        last = number
    }
}
