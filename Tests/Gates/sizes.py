"""Files that have grown past what one reads in a sitting: a concept without a name."""

from tree import files, finish, lines

LIMIT = 300
WIDTH = 100

# Longer for a reason, with the most each may have.
ALLOWED = {
    "maple": 400,
}

# Data, generated text and prose have their own measures.
MEASURED = ("*.swift", "*.py", "*.sh", "*.sql", "*.mustache", "*.js", "*.css", "maple",
            "Tests/Suites/*", "Tests/with-postgres")


def too_long(name, count):
    return count > ALLOWED.get(name, LIMIT)


def too_wide(line):
    return len(line) > WIDTH and "http" not in line


def findings():
    for path in files(*MEASURED):
        rows = lines(path)
        if too_long(str(path), len(rows)):
            yield f"{path}: {len(rows)} lines, more than {ALLOWED.get(str(path), LIMIT)}"
        if path.suffix in (".py", ".sh", ".sql", ""):
            for number, line in rows:
                if too_wide(line):
                    yield f"{path}:{number}: {len(line)} columns, more than {WIDTH}"


def prove():
    assert too_long("Sources/A.swift", LIMIT + 1) and not too_long("Sources/A.swift", LIMIT)
    assert not too_long("maple", LIMIT + 1)
    assert too_wide("x" * (WIDTH + 1)) and not too_wide("x" * WIDTH)


if __name__ == "__main__":
    finish(findings, prove)
