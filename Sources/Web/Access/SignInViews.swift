/// The door of the desk.
struct SignInView: PageView {
    static let template = "Access/sign-in"

    let title: String
    let form: FormHead
    let login: Field
    let password: Field
    let code: Field
    /// The page that was asked for.
    let to: String
    /// What was typed there, when a session ended in between.
    let carried: String?
}
