"""The sentences of the string tables, so that a journey presses what a person reads."""

import re
from functools import cache
from pathlib import Path

import yaml

TABLES = Path(__file__).resolve().parent.parent.parent / "Sources" / "Web" / "Strings"


@cache
def table(language):
    """All keys of a language."""
    found = {}
    for path in sorted((TABLES / language).glob("*.yaml")):
        found.update(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    return found


class Words:
    def __init__(self, language):
        self.language = language

    def __call__(self, key, **places):
        sentence = str(table(self.language)[key])
        return re.sub(r"\{(\w+)\}", lambda place: str(places.get(place[1], place[0])), sentence)
