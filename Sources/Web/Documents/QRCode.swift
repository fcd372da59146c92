import CQRCode

/// A square code that a phone reads, as lines of a drawing: no image from anywhere is needed for it.
package struct QRCode: Sendable, Equatable {
    /// Modules on a side.
    package let width: Int
    /// Row by row; true is dark.
    package let modules: [Bool]

    /// - Returns: nil for a text that no code can hold.
    package init?(_ text: String) {
        // M: a fold or a stain over a seventh of the paper does no harm.
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        guard let data = code.pointee.data else { return nil }
        width = Int(code.pointee.width)
        modules = (0..<width * width).map { data[$0] & 1 == 1 }
    }

    /// Light around it, as wide as four modules (ISO/IEC 18004).
    private static let margin = 4

    /// - Parameter title: what it is, for those who do not see it.
    package func svg(titled title: String) -> String {
        let side = width + 2 * Self.margin
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" \
            shape-rendering="crispEdges"><title>\(title.escapedForHTML)</title>\
            <rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One stroke for each run of dark modules in a row.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, modules[row * width + column] { column += 1 }
                if column > start {
                    let (x, y) = (start + Self.margin, row + Self.margin)
                    path += "M\(x) \(y)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        return path
    }
}
