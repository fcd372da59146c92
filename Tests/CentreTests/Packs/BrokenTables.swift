@testable import Centre

extension Break {
    /// In the tables.
    static let tables: [Break] = [
        Break(
            file: "areas.csv",
            old: "code,name,",
            new: "code,title,",
            kind: .columnMissing,
            names: "'name'"
        ),
        Break(
            file: "areas.csv",
            old: "code,name,",
            new: "code,title,",
            kind: .columnUnknown,
            names: "'title'"
        ),
        Break(
            file: "units.csv",
            old: "phone,duties",
            new: "phone,riskLevel",
            kind: .forbidden,
            names: "'riskLevel'"
        ),
        Break(
            file: "units.csv",
            old: "phone,duties",
            new: "phone,phone",
            kind: .columnTwice,
            names: "'phone'"
        ),
        Break(
            file: "groups.csv",
            old: "A,纠纷化解,Settling disputes,1",
            new: "A,纠纷化解,Settling disputes",
            kind: .cellsMissing,
            names: "3 cells"
        ),
        Break(
            file: "groups.csv",
            old: "A,纠纷化解",
            new: "A,\"纠纷化解",
            kind: .unreadable,
            names: "quote"
        ),
        Break(
            file: "groups.csv",
            old: "B,治安防控",
            new: "A,治安防控",
            kind: .codeTwice,
            names: "'A'"
        ),
        Break(
            file: "groups.csv",
            old: "A,纠纷化解,Settling disputes,1",
            new: "A,纠纷化解,Settling disputes,first",
            kind: .number,
            names: "'order'"
        ),
        Break(
            file: "groups.csv",
            old: "A,纠纷化解,Settling disputes",
            new: "A,纠纷化解,",
            kind: .empty,
            names: "'nameEn'"
        ),
        Break(
            file: "areas.csv",
            old: "442000007001,",
            new: "44200000700,",
            kind: .codeShape,
            names: "12 digits"
        ),
        Break(
            file: "areas.csv",
            old: "village,442000007,",
            new: "hamlet,442000007,",
            kind: .value,
            names: "city, town, village, grid"
        ),
        Break(
            file: "areas.csv",
            old: "grid,442000007001,",
            new: "grid,442000007999,",
            kind: .codeUnknown,
            names: "'442000007999'"
        ),
        Break(
            file: "areas.csv",
            old: "town,442000,",
            new: "town,442000007001,",
            kind: .level,
            names: "'442000007001'"
        ),
        Break(
            file: "areas.csv",
            old: "village,442000007,community,2018-01-01",
            new: "village,442000007,community,2018-02-30",
            kind: .day,
            names: "'validFrom'"
        ),
        Break(
            file: "areas.csv",
            old: "2018-01-01,2021-06-30",
            new: "2021-07-01,2021-06-30",
            kind: .daysTurned,
            names: "'442000007004'"
        ),
        Break(
            file: "areas.csv",
            old: "442000007002,",
            new: "442000007001,",
            kind: .overlapInTime,
            names: "'442000007001'"
        ),
        Break(
            file: "units.csv",
            old: "centre,综治中心,Governance Centre,resident",
            new: "centre,综治中心,Governance Centre,asleep",
            kind: .value,
            names: "rotating"
        ),
        Break(
            file: "units.csv",
            old: "resident,,442000007,",
            new: "resident,centre,442000007,",
            kind: .loop,
            names: "'centre'"
        ),
        Break(
            file: "units.csv",
            old: "village,,442000007001,",
            new: "village,,,",
            kind: .empty,
            names: "'area'"
        ),
        Break(
            file: "classes.csv",
            old: "0102,0102,",
            new: "0102,01-2,",
            kind: .codeShape,
            names: "'01-2'"
        ),
        Break(
            file: "classes.csv",
            old: ",01,0,0,0",
            new: ",77,0,0,0",
            kind: .codeUnknown,
            names: "class '77'"
        ),
        Break(
            file: "classes.csv",
            old: ",01,0,0,0",
            new: ",01,maybe,0,0",
            kind: .value,
            names: "'maybe'"
        ),
        Break(
            file: "items.csv",
            old: "A01,A,",
            new: "A01,Z,",
            kind: .codeUnknown,
            names: "group 'Z'"
        ),
        Break(
            file: "items.csv",
            old: ",P,S,justice,women,",
            new: ",P,S,justice,nobody,",
            kind: .codeUnknown,
            names: "unit 'nobody'"
        ),
        Break(
            file: "items.csv",
            old: ",P,S,justice,women,",
            new: ",X,S,justice,women,",
            kind: .value,
            names: "P, H, L, O"
        ),
        Break(
            file: "items.csv",
            old: ",0101,PM-FINISH,",
            new: ",0101,PM-NEVER,",
            kind: .codeUnknown,
            names: "limit 'PM-NEVER'"
        ),
        Break(
            file: "calendar/days.csv",
            old: "2018-01-01,元旦,1",
            new: "2018-13-01,元旦,1",
            kind: .day,
            names: "'date'"
        ),
        Break(
            file: "demo/officers.csv",
            old: "clerk1,林志斌,centre,clerk",
            new: "clerk1,林志斌,centre,emperor",
            kind: .value,
            names: "'emperor'"
        ),
        Break(
            file: "demo/logins.csv",
            old: "\nclerk1,",
            new: "\nnobody,",
            kind: .codeUnknown,
            names: "officer 'nobody'",
            below: 1
        ),
    ]
}
