/// Concerns that came together from a file; the whole of it can be taken back.
package struct ImportBatch: Sendable, Equatable {
    package let id: ID<ImportBatch>
    package let name: String
    /// A keyed mark of file, map and settings, by which the same import is known again.
    let print: [UInt8]
    package let startedAt: Moment
    /// When all of it left the board at once.
    package var undoneAt: Moment?
    /// When the last of its rows was gone; in between, taking it back goes on where it stopped.
    package var sweptAt: Moment?
}
