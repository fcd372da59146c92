/// The refusal a rule answers with; nil when it says yes.
func refused<Answer, No: Error>(_ body: () throws(No) -> Answer) -> No? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}
