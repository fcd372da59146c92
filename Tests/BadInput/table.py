"""All cases, on a matter at each stage they need."""

import story
from calls import (
    KEYS, KINDS, MISSING, ORDER_FAULTS, QUERIES, RAW, Case, changed, encoded, full_order)

# What each later step must not be told: role, path, a right body, and its faults.
STEPS = [
    ("dispatcher", "/matters/{registered}/acceptance", story.acceptance(), [
        ("class", MISSING), ("route", MISSING), ("class", "9999"), ("route", "magic"), ("class", 9),
        ("area", "999"), ("item", "nothing"), ("surprise", 1), ("route", "")]),
    ("dispatcher", "/matters/{registered}/refusal",
     {"ground": "inLitigation", "nextDoor": "请向法院反映。"}, [
         ("ground", MISSING), ("ground", "becauseISaySo"), ("nextDoor", MISSING), ("nextDoor", ""),
         ("nextDoor", "长" * 5001), ("surprise", 1)]),
    ("dispatcher", "/matters/{registered}/supplementCall", {"missing": ["界址图"]}, [
        ("missing", MISSING), ("missing", []), ("missing", "界址图"), ("missing", [""]),
        ("missing", [1]), ("missing", ["a"] * 21)]),
    ("dispatcher", "/matters/{accepted}/assignments", story.errand("justice"), [
        ("unit", MISSING), ("unit", "nobody"), ("role", "boss"), ("role", "assist"),
        ("instruction", ""), ("instruction", "长" * 2001), ("surprise", 1)]),
    ("liaison", "/assignments/{signed}/reply", story.reply(), [
        ("outcome", MISSING), ("outcome", "great"), ("text", MISSING), ("text", ""),
        ("publicText", MISSING), ("text", "长" * 5001), ("publicText", "a\u0000b")]),
    ("liaison", "/assignments/{signed}/return",
     {"reason": "notMyDuty", "basis": "职责清单", "betterUnit": "labour"}, [
         ("reason", MISSING), ("reason", "tired"), ("basis", MISSING), ("basis", ""),
         ("betterUnit", MISSING), ("betterUnit", "nobody"), ("betterUnit", "justice")]),
    ("supervisor", "/matters/{accepted}/verification", story.verification(), [
        ("verdict", MISSING), ("verdict", "fine"), ("note", MISSING), ("note", 1)]),
    ("supervisor", "/matters/{accepted}/closure", story.closure(), [
        ("kind", MISSING), ("kind", "silence"), ("kind", None), ("surprise", 1)]),
    ("visitor", "/matters/{accepted}/visit", story.visit(), [
        ("reached", MISSING), ("reached", "yes"), ("solved", "maybe"), ("fair", 1)]),
    ("clerk", "/clocks/preview", {
        "amount": 3, "unit": "workingDays", "rollOver": False,
        "start": "2026-03-04T09:00:00+08:00"}, [
            ("start", "2026-02-29T09:00:00+08:00"), ("start", MISSING), ("amount", 0),
            ("amount", "3"), ("unit", "fortnights"), ("surprise", 1), ("amount", 10**12)]),
]


def cases(ids):
    order = full_order()
    for place, value, fault in ORDER_FAULTS:
        yield Case(f"{place} {fault}", "/concerns", encoded(changed(order, place, value)))
    for name, content in RAW:
        yield Case(name, "/concerns", content)
    for name, headers in KEYS:
        yield Case(name, "/concerns", encoded(order), headers=headers, key=False, statuses=(400,))
    for kind in KINDS:
        yield Case(f"content type {kind or 'missing'}", "/concerns", encoded(order), kind=kind,
                   statuses=(400, 415))
    yield Case("fifty megabytes", "/concerns", stream=("counted", 50_000_000), statuses=(413,))
    yield Case("fifty megabytes in chunks", "/concerns", stream=("chunked", 50_000_000),
               statuses=(413,))
    yield from steps(ids)
    yield from residents(order, ids)
    yield from looks(ids)


def steps(ids):
    for role, path, body, faults in STEPS:
        path = path.format(**ids)
        for place, value in faults:
            shown = "missing" if value is MISSING else repr(value)[:30]
            yield Case(f"{path.split('/')[-1]}: {place} {shown}", path,
                       encoded(changed(body, place, value)), role=role, statuses=(400, 409, 422))


def residents(order, ids):
    path = f"/concerns/{ids['number']}"
    rating = encoded({"solved": "yes", "fair": "yes"})
    right, wrong = {"Query-Code": ids["code"]}, {"Query-Code": "0000000000"}
    yield Case("no query code", f"{path}/rating", rating, role=None, statuses=(401,))
    yield Case("a wrong query code", f"{path}/rating", rating, headers=wrong, role=None,
               statuses=(404,))
    yield Case("a wrong query code to look", path, method="GET", headers=wrong, role=None,
               statuses=(404,))
    yield Case("a rating with a mark", f"{path}/rating", encoded({"solved": 5, "fair": "yes"}),
               headers=right, role=None)
    yield Case("a contest without a reason", f"{path}/contest", b"{}", headers=right, role=None)
    yield Case("a supplement of nothing", f"{path}/supplement", encoded({"content": " "}),
               headers=right, role=None)
    yield Case("a staff channel without a token", "/concerns", encoded(order), role=None,
               statuses=(401,))
    with_number = changed(changed(order, "source.channel", "web"), "source.externalNo", "A1")
    yield Case("an outside number without a token", "/concerns", encoded(with_number), role=None)
    yield Case("a number nobody has", "/concerns/XX20260000014", method="GET", headers=right,
               role=None, statuses=(400, 404))
    yield Case("a number in another script", "/concerns/%D0%9C%D0%972026", method="GET",
               headers=right, role=None, statuses=(400, 404))


def looks(ids):
    for query in QUERIES:
        yield Case(f"list with {query[:40]}", f"/matters?{query}", method="GET", role="dispatcher")
    for path in ("/matters/1", "/matters/%00", f"/matters/{ids['accepted']}x", "/matters/..%2f..",
                 "/nothing", "/matters/00000000-0000-7000-8000-000000000000"):
        yield Case(f"look at {path[:40]}", path, method="GET", role="dispatcher",
                   statuses=(400, 404))
    yield Case("a matter without a token", f"/matters/{ids['accepted']}", method="GET", role=None,
               statuses=(401,))
    yield Case("a token nobody has", f"/matters/{ids['accepted']}", method="GET", role=None,
               headers={"Authorization": "Bearer nobody"}, statuses=(401,))
    yield Case("a method it has not", "/matters", method="PUT", content=b"{}", role="dispatcher",
               statuses=(405,))
    for query in ("from=2026-13-01", "from=2026-02-30&to=2026-03-01", "to=yesterday", "surprise=1"):
        yield Case(f"statistics {query}", f"/statistics/summary?{query}", method="GET",
                   role="clerk")
    yield Case("a password that is not text", "/tokens", encoded({"officer": "a", "password": 1}),
               role=None)
    yield Case("sign-in without a password", "/tokens", encoded({"officer": "a"}), role=None)
