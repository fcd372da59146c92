import CZlib

/// RFC 1952, by the system's zlib.
enum Gzip {
    struct Failed: Error {
        let code: Int32
    }

    /// - Parameter level: 1 quick to 9 small.
    static func pack(_ bytes: [UInt8], level: Int32) throws -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        // Sixteen more than the window's fifteen bits ask for gzip's frame instead of zlib's own.
        let begun = deflateInit2_(
            &stream,
            level,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            size
        )
        guard begun == Z_OK else { throw Failed(code: begun) }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        var packed = [UInt8](repeating: 0, count: room)
        let done = input.withUnsafeMutableBufferPointer { from in
            packed.withUnsafeMutableBufferPointer { to in
                stream.next_in = from.baseAddress
                stream.avail_in = UInt32(from.count)
                stream.next_out = to.baseAddress
                stream.avail_out = UInt32(to.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard done == Z_STREAM_END else { throw Failed(code: done) }
        packed.removeLast(packed.count - Int(stream.total_out))
        return packed
    }
}
