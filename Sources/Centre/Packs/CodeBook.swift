/// The codes of one kind that a pack has, for checking that every reference leads somewhere.
struct CodeBook {
    let kind: String
    private(set) var codes: Set<String> = []

    init(_ kind: String, _ codes: [String] = []) {
        self.kind = kind
        self.codes = Set(codes)
    }

    func holds(_ code: String) -> Bool { codes.contains(code) }

    /// Takes a row's code; a code that is there already is noted.
    mutating func add(_ code: String, of row: PackRow) {
        guard !code.isEmpty else { return }
        if !codes.insert(code).inserted { row.note(.codeTwice, ["code": code]) }
    }

    mutating func add(_ code: String, of sheet: PackSheet) {
        guard !code.isEmpty else { return }
        if !codes.insert(code).inserted { sheet.note(.codeTwice, nil, ["code": code]) }
    }

    func check(_ code: String?, of row: PackRow) {
        guard let code, !code.isEmpty, !codes.contains(code) else { return }
        row.note(.codeUnknown, ["kind": kind, "code": code])
    }

    func check(_ codes: [String], _ key: String, of sheet: PackSheet) {
        for code in codes where !self.codes.contains(code) {
            sheet.note(.codeUnknown, sheet.line(of: key), ["kind": kind, "code": code])
        }
    }

    /// Class codes in rules are beginnings of codes.
    func checkBeginnings(_ beginnings: [String], _ key: String, of sheet: PackSheet) {
        for beginning in beginnings where !codes.contains(where: { $0.hasPrefix(beginning) }) {
            sheet.note(.codeUnknown, sheet.line(of: key), ["kind": kind, "code": beginning])
        }
    }
}

/// Whom a pack names to act: one of its units, or the village's.
extension CodeBook {
    func check(_ addressee: Addressee, of row: PackRow) {
        if case .unit(let code) = addressee { check(code, of: row) }
    }

    func check(_ addressees: [Addressee], _ key: String, of sheet: PackSheet) {
        for case .unit(let code) in addressees where !code.isEmpty {
            check([code], key, of: sheet)
        }
    }
}
