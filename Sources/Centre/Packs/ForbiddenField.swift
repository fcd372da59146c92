/// Fields this system does not keep, in a town's data or anywhere: what a person believes, how a
/// person scores, where a person goes (ARCHITECTURE 15; DOMAIN 9 gives the grounds).
package enum ForbiddenField {
    /// - Returns: the ground against a column, key or table of this name, nil when there is none.
    package static func ground(against name: String) -> String? {
        let words = words(of: name)
        for (ground, patterns) in patterns
        where patterns.contains(where: { words.holds($0.split(separator: " ").map(String.init)) }) {
            return ground
        }
        for (ground, signs) in signs where signs.contains(where: { name.contains($0) }) {
            return ground
        }
        return nil
    }

    private static let patterns: [(ground: String, names: [String])] = [
        (
            "belief, ethnicity, politics",
            [
                "religion", "religions", "religious", "belief", "beliefs", "faith", "ethnicity",
                "ethnic", "race", "political", "politics", "party member", "party membership",
            ]
        ),
        (
            "scores and labels on people",
            [
                "risk", "risk level", "risk grade", "score", "scores", "scoring", "points",
                "rank", "ranking", "credit score", "attention level", "control level", "label",
                "labels", "key person", "key people", "blacklist", "petitioner", "petitioners",
            ]
        ),
        (
            "faces, phones and trails",
            [
                "face", "faces", "facial", "face id", "biometric", "biometrics", "fingerprint",
                "iris", "gait", "voiceprint", "imsi", "imei", "track", "tracks", "trajectory",
                "trail", "trails", "travel", "whereabouts", "check in", "checkin", "online time",
            ]
        ),
    ]

    private static let signs: [(ground: String, signs: [String])] = [
        ("belief, ethnicity, politics", ["宗教", "信仰", "民族", "政治面貌", "党派"]),
        (
            "scores and labels on people",
            ["风险等级", "风险等次", "评分", "积分", "排名", "关注程度", "危险性", "重点人", "管控", "标签"]
        ),
        ("faces, phones and trails", ["人脸", "指纹", "轨迹", "行踪", "打卡", "在线时长"]),
    ]

    /// `riskLevel`, `risk_level` and `RISK-LEVEL` are the same two words.
    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name {
            let starts = character.isUppercase && wasLower
            if starts || !character.isLetter {
                if !word.isEmpty { words.append(word.lowercased()) }
                word = ""
            }
            if character.isLetter { word.append(character) }
            wasLower = character.isLowercase
        }
        if !word.isEmpty { words.append(word.lowercased()) }
        return words
    }
}

extension [String] {
    fileprivate func holds(_ run: [String]) -> Bool {
        guard count >= run.count else { return false }
        return (0...(count - run.count)).contains { Array(self[$0..<($0 + run.count)]) == run }
    }
}
