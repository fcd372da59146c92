import Foundation

/// A password is asked for without showing it, or read from standard input; it is never an
/// argument, which every user of the machine could see.
struct PasswordPrompt {
    func password() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(), !line.isEmpty else { throw CommandRefusal.noPassword }
            return line
        }
        let first = try hidden("Password: ")
        guard try hidden("The same again: ") == first else { throw CommandRefusal.passwordsDiffer }
        return first
    }

    private func hidden(_ prompt: String) throws -> String {
        FileHandle.standardError.write(Data(prompt.utf8))
        var usual = termios()
        tcgetattr(STDIN_FILENO, &usual)
        var silent = usual
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        guard let line = readLine(), !line.isEmpty else { throw CommandRefusal.noPassword }
        return line
    }
}
