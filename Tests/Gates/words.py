"""Words and constructions that do not belong where they stand."""

import re
from dataclasses import dataclass

from tree import files, finish, lines

SWIFT = "Sources/*.swift"


@dataclass(frozen=True)
class Rule:
    name: str
    why: str
    pattern: str
    where: tuple
    sample: str
    innocent: str = ""
    except_in: tuple = ()


# The unfinished words are put together here so that this list is not a finding of itself.
# The first is a name for work lists too, so only its written-out form in capitals counts.
UNFINISHED = "|".join([
    "(?-i:TO" "DO)", "fix" "me", "xx" "x", "st" "ub", "not impl" "emented", "for n" "ow", "ha" "ck",
])
PLACES = "|".join(["民" "众", "中" "山", "min" "zhong", "zhong" "shan"])
MACHINE = "|".join(["/wo" "rk/", "/ro" "ot/", "/home/[a-z]"])

RULES = [
    Rule("engine above the seam", "the domain and the pages do not know which store they stand on",
         r"(?i)sqlite|postgres", ("Sources/Centre/*", "Sources/Web/*"),
         "case sqlite", "case store"),
    Rule("swallowed error", "a fault that nobody hears of is a wrong answer later",
         r"\btry\?", (SWIFT,), "let a = try? b()", "let a = try b()"),
    Rule("forced try", "breakage goes to the middleware, not to a crash",
         r"\btry!", (SWIFT, "Tests/*.swift"), "try! b()", "try b()"),
    Rule("untyped dictionary", "views and messages are typed structs",
         r"\[String: *(any )?Any\??\]", (SWIFT, "Tests/*.swift"), "[String: Any]",
         "[String: AnyHashable.Type]"),
    Rule("unchecked sendable", "the compiler proves what is shared",
         r"@unchecked +Sendable|nonisolated\(unsafe\)", (SWIFT, "Tests/*.swift"),
         "final class A: @unchecked Sendable", "final class A: Sendable"),
    Rule("unstructured task", "background work is an outbox row or a service",
         r"\bTask(\.detached)?(\([^)]*\))? *\{", (SWIFT,), "Task { work() }", "withTaskGroup {"),
    Rule("public access", "what modules share is package",
         r"^ *(public|open) +(final |static |let|var|func|struct|class|enum|init|actor|protocol)",
         (SWIFT,), "public struct A", "package struct A"),
    Rule("environment read on the side", "settings are read once, in Configuration",
         r"\bgetenv\(|processInfo\.environment", (SWIFT,), "ProcessInfo.processInfo.environment",
         "configuration.port", except_in=("Sources/App/Configuration*",)),
    Rule("printing", "what a server says goes through the log",
         r"(?<![\w.])(?<!func )(print|debugPrint|dump)\(",
         ("Sources/Centre/*.swift", "Sources/Web/*.swift", "Sources/*Store/*.swift"),
         "print(name)", "func print(of order: Order)"),
    Rule("place name", "local variation is data: it stands in a pack (for the public, 群众)",
         rf"(?i){PLACES}", ("Sources/*",), "Zhong" "shan", "the town"),
    Rule("unfinished work", "what is not done is an issue, not a remark",
         rf"(?i)\b({UNFINISHED})\b",
         ("Sources/*", "Tests/*", "Packs/*", "docs/*", "packaging/*", "*.md", "maple", ".ci/*"),
         "// TO" "DO: more", "ready, and done"),
    Rule("machine path", "another machine has other folders",
         MACHINE, ("*",), "cat /wo" "rk/main", "cat docs/operations.md",
         except_in=("Package.resolved",)),
    Rule("test switched off", "a test that cannot fail is a defect",
         r"\.disabled\(|@pytest\.mark\.(skip|xfail)\b|#expect\(true\)|\bassert True\b",
         ("Tests/*",), "@Test(.disabled(\"x\"))", "@Test(.enabled(if: there))",
         except_in=("Tests/Gates/*",)),
    Rule("vague name", "a type has the trade's word, not the programmer's",
         r"\b(class|struct|enum|actor|protocol) +\w*(Manager|Helper|Utils?|Util)\b", (SWIFT,),
         "struct AreaManager", "struct AreaRecords"),
]


def offences(rule, text):
    return re.search(rule.pattern, text) is not None


def findings():
    for rule in RULES:
        excepted = set(files(*rule.except_in)) if rule.except_in else set()
        for path in files(*rule.where):
            if path in excepted:
                continue
            for number, line in lines(path):
                if offences(rule, line):
                    yield f"{path}:{number}: {rule.name}: {line.strip()[:90]}  ({rule.why})"


def prove():
    for rule in RULES:
        assert offences(rule, rule.sample), f"{rule.name} does not find its sample"
        assert not offences(rule, rule.innocent), f"{rule.name} finds an innocent line"
        assert rule.where, rule.name


if __name__ == "__main__":
    finish(findings, prove)
