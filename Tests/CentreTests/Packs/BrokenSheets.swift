@testable import Centre

extension Break {
    /// In the YAML files.
    static let sheets: [Break] = [
        Break(
            file: "pack.yaml",
            old: "name: minzhong\n",
            new: "",
            kind: .keyMissing,
            names: "'name'"
        ),
        Break(
            file: "pack.yaml",
            old: "crs: CGCS2000",
            new: "crs: GCJ02",
            kind: .value,
            names: "WGS84"
        ),
        Break(
            file: "pack.yaml",
            old: "town: \"442000007\"",
            new: "town: \"442000008\"",
            kind: .codeUnknown,
            names: "town '442000008'",
            below: nil
        ),
        Break(
            file: "pack.yaml",
            old: "\"12:00\"",
            new: "\"25:00\"",
            kind: .value,
            names: "25:00"
        ),
        Break(
            file: "pack.yaml",
            old: "timeOffset: \"+08:00\"",
            new: "timeOffset: Beijing",
            kind: .value,
            names: "'Beijing'"
        ),
        Break(
            file: "pack.yaml",
            old: "name: minzhong",
            new: "name: [minzhong",
            kind: .unreadable,
            names: "cannot be read",
            below: 1
        ),
        Break(
            file: "limits.yaml",
            old: "ends: [firstContact, supplementCalled, concernAnswered, concernWithdrawn]",
            new: "ends: [firstContact, concernRegistered]",
            kind: .limitUnsound,
            names: "limit-starts-at-its-end",
            below: -1
        ),
        Break(
            file: "pack.yaml",
            old: "[\"14:30\", \"17:30\"]",
            new: "[\"11:30\", \"17:30\"]",
            kind: .calendarUnsound,
            names: "calendar-hours-overlap"
        ),
        Break(
            file: "limits.yaml",
            old: "    amount: 15\n",
            new: "    amount: 0\n",
            kind: .number,
            names: "'rules[2].amount'"
        ),
        Break(
            file: "limits.yaml",
            old: "starts: [concernRegistered]",
            new: "starts: [sunrise]",
            kind: .codeUnknown,
            names: "act 'sunrise'"
        ),
        Break(
            file: "limits.yaml",
            old: "starts: [concernRegistered]",
            new: "starts: []",
            kind: .empty,
            names: "'starts'"
        ),
        Break(
            file: "limits.yaml",
            old: "unit: hours\n    rollOver: false",
            new: "unit: workingDays\n    rollOver: true",
            kind: .rollOver,
            names: "'LOCAL-FIRST-CONTACT'",
            below: 1
        ),
        Break(
            file: "limits.yaml",
            old: "unit: hours",
            new: "unit: moons",
            kind: .value,
            names: "naturalDays"
        ),
        Break(
            file: "limits.yaml",
            old: "    pause: [supplement]",
            new: "    pause: [weather]",
            kind: .codeUnknown,
            names: "suspension ground 'weather'"
        ),
        Break(
            file: "limits.yaml",
            old: "urgency: [normal]",
            new: "urgency: [mild]",
            kind: .codeUnknown,
            names: "urgency 'mild'"
        ),
        Break(
            file: "limits.yaml",
            old: "rollOver:",
            new: "rolOver:",
            kind: .keyUnknown,
            names: "'rules[0].rolOver'"
        ),
        Break(
            file: "limits.yaml",
            old: "    version: 1",
            new: "    riskScore: 1",
            kind: .forbidden,
            names: "'riskScore'"
        ),
        Break(
            file: "grounds.yaml",
            old: "    nextDoor:",
            new: "    backDoor:",
            kind: .keyUnknown,
            names: "backDoor"
        ),
        Break(
            file: "grounds.yaml",
            old: "    maxDays: 180",
            new: "    maxDays: none",
            kind: .number,
            names: "maxDays"
        ),
        Break(
            file: "routing.yaml",
            old: "lead: police",
            new: "lead: army",
            kind: .codeUnknown,
            names: "unit 'army'"
        ),
        Break(
            file: "routing.yaml",
            old: "route: litigation",
            new: "route: duel",
            kind: .codeUnknown,
            names: "route 'duel'"
        ),
        Break(
            file: "routing.yaml",
            old: "step: legalRoute",
            new: "step: fate",
            kind: .value,
            names: "classAreaUnit"
        ),
        Break(
            file: "routing.yaml",
            old: "classes: [\"1401\"]",
            new: "classes: [\"8888\"]",
            kind: .codeUnknown,
            names: "class '8888'"
        ),
        Break(
            file: "numbering.yaml",
            old: "{serial:6}{check}",
            new: "{serial:6}",
            kind: .value,
            names: "{check}"
        ),
    ]

    /// In the map of borders.
    static let maps: [Break] = [
        Break(
            file: "borders.geojson",
            old: "\"code\":\"442000007001001\"",
            new: "\"code\":\"442000007001999\"",
            kind: .codeUnknown,
            names: "'442000007001999'"
        ),
        Break(
            file: "borders.geojson",
            old: "\"code\":\"442000007001001\"",
            new: "\"code\":\"442000007001999\"",
            kind: .borderMissing,
            names: "'442000007001001'",
            below: nil
        ),
        Break(
            file: "borders.geojson",
            old: "\"validFrom\":\"2018-01-01\"",
            new: "\"validFrom\":\"soon\"",
            kind: .day,
            names: "'validFrom'"
        ),
        Break(
            file: "borders.geojson",
            old: "\"validFrom\":",
            new: "\"religion\":\"\",\"validFrom\":",
            kind: .forbidden,
            names: "'religion'"
        ),
    ]
}
