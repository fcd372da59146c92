import Centre
import Hummingbird

/// Why no PDF came out of the press; the paper itself can still be had as a page.
package enum PaperRefusal: String, Error, CaseIterable {
    case busy = "press-busy"
    case tooSlow = "press-too-slow"
    case missing = "press-missing"
    case failed = "press-failed"

    /// Asked again later it may go well; a machine without a press is mended by its keeper.
    var problem: Problem {
        var problem = Problem(rawValue, .serviceUnavailable)
        problem.retryAfter = self == .missing ? 3600 : 5
        return problem
    }
}
