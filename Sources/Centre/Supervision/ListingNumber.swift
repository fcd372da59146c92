import Storage

extension Turn {
    /// The next number of the year's listings, drawn in the transaction that opens one.
    func nextListingNumber(of year: Int) throws -> String {
        let series = "listing/\(year)"
        let serial: Int? = try tx.value(
            """
            INSERT INTO number_books (series, last) VALUES (\(series), 1)
            ON CONFLICT (series) DO UPDATE SET last = number_books.last + 1
            RETURNING last
            """
        )
        return town.supervision.listing.number.replacing("{yyyy}", with: "\(year)")
            .replacing("{serial}", with: "\(serial ?? 1)")
    }
}
