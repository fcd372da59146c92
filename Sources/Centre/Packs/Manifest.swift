/// What a pack says about itself and its town.
package struct Manifest: Sendable, Equatable {
    package let name: String
    package let title: Bilingual
    /// The pack's own word for its edition, such as `2026.11`.
    package let version: String
    package let validFrom: Day
    package let offset: TimeOffset
    /// The code of the area that is the town.
    package let town: String
    /// The system of the borders.
    package let crs: ReferenceSystem
    package let officeHours: [WorkingCalendar.OfficeHours]
    /// What residents read first, such as that all data is invented.
    package let notice: Bilingual
    package let phones: [PublicPhone]
    /// What a landline number given without an area code is completed with, such as `0760`.
    package let phoneAreaCode: String?

    /// A number residents may call.
    package struct PublicPhone: Sendable, Equatable {
        package let name: Bilingual
        package let number: String
    }
}
