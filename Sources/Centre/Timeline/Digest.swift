import Crypto
import Storage

/// How hashes are made.
///
/// The name stands in each entry, so that a house may change to another one (SM3, GB/T 32905) and
/// old entries are still checked by their own.
package enum Digest: String, Storable, CaseIterable {
    case sha256

    package var length: Int { 32 }

    package func hash(_ content: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: content))
    }
}

/// What an entry says of a sealed box, in hexadecimal: it vouches for the box without telling
/// what is inside, and stays true after the box is gone.
package func sealedDigest(_ box: [UInt8]) -> String {
    Digest.sha256.hash(box).map { twoHexDigits($0) }.joined()
}
