"""The documents against the tree: links lead somewhere, commands and settings are the real ones."""

import re
from pathlib import Path

from tree import files, finish, line_of

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
COMMAND = re.compile(r"\./maple ([a-z]+)")
VARIABLE = re.compile(r"\bMAPLEBRIDGE_[A-Z_]*[A-Z]\b")
PATHS = re.compile(r"`((?:Sources|Tests|docs|packaging|Packs)/[\w./+-]+)`")

SETTINGS = Path("Sources/App/ConfigurationSetting.swift")
TOLD_IN = ("docs/operations.md", "packaging/maplebridge.example.yaml")


def broken_links(text, folder):
    """Links to files that are not there, each with its place in the text."""
    for found in LINK.finditer(text):
        target = found.group(1).split("#")[0]
        if target and "://" not in target and not target.startswith("mailto:"):
            if not (folder / target).exists():
                yield found.start(), target


def missing_paths(text):
    for found in PATHS.finditer(text):
        if not Path(found.group(1)).exists():
            yield found.start(), found.group(1)


def commands_of_maple():
    text = Path("maple").read_text(encoding="utf-8")
    return set(re.findall(r"^  ([a-z]+)\) ", text, re.M))


def setting_names():
    text = SETTINGS.read_text(encoding="utf-8")
    head = text.split("var flag", 1)[0]
    return re.findall(r"^    case (\w+)$", head, re.M)


def variable_of(name):
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return "MAPLEBRIDGE_" + words.upper()


def unknown_variables(text, known):
    for found in VARIABLE.finditer(text):
        word = found.group(0)
        if word not in known and not word.startswith(("MAPLEBRIDGE_TEST_", "MAPLEBRIDGE_SUITE_")):
            yield found.start(), word


def findings():
    commands = commands_of_maple()
    settings = setting_names()
    known = {variable_of(name) for name in settings} | {"MAPLEBRIDGE_CONFIG"}
    for path in files("*.md"):
        text = path.read_text(encoding="utf-8")
        for place, target in broken_links(text, path.parent):
            yield f"{path}:{line_of(text, place)}: a link leads nowhere: {target}"
        for place, target in missing_paths(text):
            yield f"{path}:{line_of(text, place)}: there is no {target}"
        for found in COMMAND.finditer(text):
            if found.group(1) not in commands:
                yield f"{path}:{line_of(text, found.start())}: maple has no {found.group(1)}"
        for place, word in unknown_variables(text, known):
            yield f"{path}:{line_of(text, place)}: there is no setting {word}"
    for name in TOLD_IN:
        if not Path(name).exists():
            yield f"{name} is missing"
            continue
        text = Path(name).read_text(encoding="utf-8")
        for setting in settings:
            if not re.search(rf"\b{setting}\b", text):
                yield f"{name}: the setting {setting} is not told"


def prove():
    text = "see [this](nowhere.md), [that](https://example.org/x) and `Sources/Nothing.swift`"
    assert [target for _, target in broken_links(text, Path("."))] == ["nowhere.md"]
    assert [target for _, target in missing_paths(text)] == ["Sources/Nothing.swift"]
    assert variable_of("contactKeyFile") == "MAPLEBRIDGE_CONTACT_KEY_FILE"
    assert variable_of("behindTLS") == "MAPLEBRIDGE_BEHIND_TLS"
    invented = "MAPLEBRIDGE_" "PROT=1"
    assert [word for _, word in unknown_variables(invented, {"MAPLEBRIDGE_PORT"})]
    assert {"up", "test", "lint"} <= commands_of_maple()
    assert "port" in setting_names()


if __name__ == "__main__":
    finish(findings, prove)
