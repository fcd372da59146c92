extension PackReading {
    /// A town without a demonstration has no such files.
    func demo(_ codes: Codes) -> DemoStaff {
        guard source.has("demo/officers.csv") || source.has("demo/logins.csv") else {
            return DemoStaff(officers: [], logins: [])
        }
        let officers = officers(codes)
        let known = CodeBook("officer", officers.map(\.login))
        let rows = source.rows("demo/logins.csv", columns: ["officer", "password", "role", "unit"])
        let logins = rows.compactMap { row -> DemoLogin? in
            let login = row.text("officer")
            known.check(login, of: row)
            codes.units.check(row.text("unit"), of: row)
            let password = row.text("password")
            guard let role: Role = row.choice("role") else { return nil }
            return DemoLogin(
                officer: login,
                password: password,
                role: role,
                unit: row.text("unit")
            )
        }
        return DemoStaff(officers: officers, logins: logins)
    }

    private func officers(_ codes: Codes) -> [DemoOfficer] {
        let rows = source.rows(
            "demo/officers.csv",
            columns: ["login", "name", "unit", "role", "area"]
        )
        return rows.compactMap { row in
            codes.units.check(row.text("unit"), of: row)
            codes.areas.check(row.optional("area"), of: row)
            let login = row.text("login")
            let name = row.text("name")
            guard let role: Role = row.choice("role") else { return nil }
            return DemoOfficer(
                login: login,
                name: name,
                unit: row.text("unit"),
                role: role,
                area: row.optional("area")
            )
        }
    }
}
