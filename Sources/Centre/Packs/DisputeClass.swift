/// A kind of dispute from GB/T 31000, or a local one below a national leaf.
package struct DisputeClass: Sendable, Hashable {
    package let code: String
    /// The national code it is reported under.
    package let national: String
    package let name: Bilingual
    package let parent: String?
    /// Not offered at intake.
    package let hidden: Bool
    /// Everything of this class is kept confidential.
    package let confidential: Bool
    /// The class says what a dispute is about and never what a person is; screens warn.
    package let sensitive: Bool
}
