import Storage

/// The coordinate system a position was measured in.
///
/// A wrong one moves a point by 600 m, which is half a grid.
package enum ReferenceSystem: String, Storable, CaseIterable, Codable {
    /// What satellites and phones give.
    case wgs84 = "WGS84"
    /// The national survey system; equal to WGS 84 within decimetres.
    case cgcs2000 = "CGCS2000"
    /// Public maps in China other than Baidu's.
    case gcj02 = "GCJ02"
    /// Baidu's maps, a further shift on top of GCJ-02.
    case bd09 = "BD09"
}
