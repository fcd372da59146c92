import Foundation

/// A title cut into its two-character runs, the way Chinese is searched without a dictionary.
struct TitleWords {
    /// Distinct, in the order they stand, at most ``most``.
    let runs: [String]

    static let most = 24

    init(_ title: String) {
        let letters = Array(title.plainForm.filter { $0.isLetter || $0.isNumber })
        var seen: Set<String> = []
        var runs: [String] = []
        for (left, right) in zip(letters, letters.dropFirst()) where runs.count < Self.most {
            let run = "\(left)\(right)"
            if seen.insert(run).inserted { runs.append(run) }
        }
        self.runs = runs
    }
}

extension String {
    /// Full-width and other variants as their plain letters, in lower case, so that what looks the
    /// same is found as the same.
    var plainForm: String {
        precomposedStringWithCompatibilityMapping.lowercased()
    }
}
