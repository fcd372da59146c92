"""The repository's files as the gates see them: what git tracks, and what it would."""

import fnmatch
import re
import subprocess
import sys
from pathlib import Path


def files(*patterns):
    """Paths in the repository that fit one of the patterns (`*` runs over folders too)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        check=True, capture_output=True, text=True,
    ).stdout
    return [
        Path(name) for name in sorted(set(listed.split("\0")))
        if name and Path(name).is_file() and any(fnmatch.fnmatch(name, p) for p in patterns)
    ]


def lines(path):
    """The numbered lines of a text file; a file that is not text has none."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return list(enumerate(text.splitlines(), start=1))


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def identifier_parts(word):
    """`riskLevel`, `risk_level` and `RISK-LEVEL` are all `risklevel`."""
    return re.sub(r"[^a-z0-9]", "", word.lower())


def finish(findings, prove):
    """Prints what was found, or runs the gate's own proof; ends the program."""
    if "--prove" in sys.argv[1:]:
        prove()
        sys.exit(0)
    for finding in findings():
        print(finding)
        finish.closed = True
    sys.exit(1 if getattr(finish, "closed", False) else 0)
