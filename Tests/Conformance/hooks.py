"""Lets the invented calls meet what is there, so that rules are asked and not only doors.

Where schemathesis invents a right address, half of the time a prepared matter, assignment or
concern stands in it; a right key for a write is one that was not used before. What it makes wrong
on purpose stays wrong.
"""

import json
import os
import zlib

import schemathesis
from schemathesis import GenerationMode
from schemathesis.core.parameters import ParameterLocation

PREPARED = json.loads(os.environ.get("PREPARED", "{}"))
counted = 0


@schemathesis.hook
def before_call(context, case, kwargs):
    if is_right(case, ParameterLocation.PATH):
        put_prepared(case)
    if is_right(case, ParameterLocation.HEADER) and "Idempotency-Key" in (case.headers or {}):
        case.headers["Idempotency-Key"] = new_key()


def is_right(case, location):
    """Nothing is wrong on purpose there; not even in the examples of the document."""
    part = case.meta.components.get(location) if case.meta else None
    return part is not None and part.mode == GenerationMode.POSITIVE


def put_prepared(case):
    kinds = {"id": case.operation.path.strip("/").split("/")[0], "number": "concerns"}
    for name, kind in kinds.items():
        known = PREPARED.get(kind)
        value = (case.path_parameters or {}).get(name)
        chance = zlib.crc32(str(value).encode())
        if not known or value is None or chance % 2:
            continue
        chosen = known[chance // 2 % len(known)]
        case.path_parameters[name] = chosen[name]
        if kind == "concerns" and case.headers is not None:
            case.headers["Query-Code"] = chosen["code"]


def new_key():
    global counted
    counted += 1
    return f"invented-{counted}"
