/// The procedure a matter belongs to by law (信访工作条例 Art 31 knows six); every accepted matter
/// has one.
package struct LegalRoute: Sendable, Equatable {
    package let code: String
    package let title: Bilingual
    package let basis: LegalBasis?
}
