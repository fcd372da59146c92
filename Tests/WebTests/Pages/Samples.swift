import Centre

@testable import Web

/// One filled view of each kind, against which the templates are held.
///
/// In a sample every optional is there and every list has an element.
enum Samples {
    static func all() throws -> [any View] {
        try frame() + window() + boards() + shifts() + [PapersView.sample] + insight()
            + administration() + calendar()
            + matters() + residents() + [AlarmsView.sample] + SupervisionSamples.all()
            + WhistleSamples.all() + RotaSamples.all() + JointSamples.all() + RulingSamples.all()
            + LevelSamples.all()
            + GroupSamples.all() + LikenessSamples.all()
    }
}
