"""What may come in wrong: one line a case, with what the server says to it at best."""

import copy
import json
from urllib.parse import quote

import story

MISSING = object()
LONG = "长" * 20_000


class Case:
    """One bad call. Any 4xx of `statuses` is right; everything else is not."""

    def __init__(self, name, path, content=None, method="POST", headers=None,
                 kind="application/json", key=True, role="clerk", statuses=(400, 422),
                 stream=None):
        self.name = name
        self.path = path
        self.content = content
        self.method = method
        self.headers = headers or {}
        self.kind = kind
        self.key = key
        self.role = role
        self.statuses = statuses
        self.stream = stream


def changed(body, place, value):
    """A copy of the body with the value at `a.b.0.c`, or without it."""
    body = copy.deepcopy(body)
    *way, last = place.split(".")
    part = body
    for step in way:
        part = part[int(step)] if step.isdigit() else part.setdefault(step, {})
    last = int(last) if last.isdigit() else last
    if value is MISSING:
        del part[last]
    else:
        part[last] = value
    return body


def encoded(body):
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")


def full_order():
    order = story.work_order()
    order["parties"] = [{"role": "respondent", "kind": "organisation", "name": "某公司"}]
    order["people"] = {"count": 3, "representatives": 2}
    order["place"] = {"address": "沿江路 3 号"}
    return order


# A field of the work order, and what must not be in it.
ORDER_FAULTS = [
    *((place, MISSING, "missing") for place in
      ("source", "source.channel", "kind", "title", "content", "requester", "requester.mode")),
    *((place, "", "empty") for place in ("title", "content", "requester.name", "place.address",
                                         "class", "kind", "source.channel")),
    *((place, "   \u3000 ", "blank") for place in ("title", "content", "requester.name")),
    ("title", "\u200b\u200b\u200d", "invisible alone"),
    *((place, LONG, "too long") for place in
      ("title", "content", "requester.name", "requester.language", "place.address", "class",
       "source.externalNo", "parties.0.name")),
    ("title", "长" * 101, "one character too long"),
    ("content", "长" * 5001, "one character too long"),
    *((place, value, "of the wrong type") for place, value in [
        ("title", 5), ("title", ["a"]), ("title", None), ("title", {"zh": "a"}), ("content", True),
        ("requester", "陈小明"), ("requester", []), ("requester.phones", "13800138000"),
        ("requester.phones", [1]), ("requester.phones", [None]), ("source", 1), ("parties", {}),
        ("parties", [1]), ("people", 3), ("people.count", "3"), ("people.count", 1.5),
        ("people.count", True), ("dangerNow", "yes"), ("confidential", 1), ("amount", 5),
        ("place", "x"), ("place.lng", "113.5"), ("attachments", "x")]),
    *((place, value, "with a control character") for place, value in [
        ("title", "a\u0000b"), ("title", "两\n行"), ("title", "a\u0007"), ("content", "a\u0000"),
        ("content", "a\u001bb"), ("requester.name", "陈\u0000"), ("title", "a\u202eb"),
        ("requester.name", "陈\u202e明"), ("source.externalNo", "1\u0000")]),
    *((place, value, "in a wrong script") for place, value in [
        ("class", "０９０２"), ("class", "٠٩٠٢"), ("kind", "ѕuggestion"), ("amount", "一百元"),
        ("amount", "１００"), ("requester.idNumber", "四四二〇〇〇一九八〇〇一〇一一二三四"),
        ("requester.phones", ["一三八〇〇一三八〇〇〇"]), ("place.areaCode", "四四二〇〇〇")]),
    *((place, value, "unknown") for place, value in [
        ("surprise", 1), ("requester.surprise", 1), ("source.surprise", 1), ("place.surprise", 1),
        ("parties.0.surprise", 1), ("kind", "quarrel"), ("kind", "Dispute"), ("class", "9999"),
        ("class", "0902; DROP TABLE concerns"), ("source.channel", "fax"),
        ("requester.mode", "secret"), ("requester.role", "king"), ("urgency", "yesterday"),
        ("place.areaCode", "999999999999"), ("schema", "maplebridge.workOrder/2"),
        ("parties.0.role", "enemy"), ("parties.0.kind", "ghost")]),
    *((place, value, "impossible") for place, value in [
        ("source.receivedAt", "2026-02-30T09:00:00+08:00"),
        ("source.receivedAt", "2026-13-01T09:00:00+08:00"),
        ("source.receivedAt", "2026-01-01T25:00:00+08:00"),
        ("source.receivedAt", "2026-01-01T09:00:00"), ("source.receivedAt", "2026-01-01"),
        ("source.receivedAt", "yesterday"), ("source.receivedAt", "2999-01-01T09:00:00+08:00"),
        ("source.receivedAt", 1767225600), ("people.count", 0), ("people.count", -1),
        ("people.count", 10**30), ("people.representatives", 6), ("people.representatives", 4),
        ("amount", "-1.00"), ("amount", "12.345"), ("amount", "1e5"), ("amount", "NaN"),
        ("amount", "1" * 40)]),
    *((place, value, "of a wrong form") for place, value in [
        ("requester.idNumber", "110101199003074510"), ("requester.idNumber", "1"),
        ("requester.idNumber", "999999198013011235"), ("requester.phones", ["12"]),
        ("requester.phones", ["13800138000x"]), ("requester.phones", ["13800138000"] * 6),
        ("parties.0.creditCode", "91440000000000000X"), ("parties.0.creditCode", "1"),
        ("parties", [{"role": "third", "kind": "person", "name": "某"}] * 21)]),
    *(("place", value, "nowhere") for value in [
        {"lng": 181, "lat": 22, "crs": "WGS84"}, {"lng": 113, "lat": -91, "crs": "WGS84"},
        {"lng": 1e300, "lat": 22, "crs": "WGS84"}, {"lng": 0, "lat": 0, "crs": "WGS84"},
        {"lng": 116.4, "lat": 39.9, "crs": "WGS84"}, {"lng": 22.62, "lat": 113.5, "crs": "WGS84"},
        {"lng": 113.5, "lat": 22.62}, {"lng": 113.5, "crs": "WGS84"},
        {"lng": 113.5, "lat": 22.62, "crs": "MARS"}, {"lng": 113.5, "lat": 22.62, "crs": None}]),
]

RAW = [
    ("no body", b""), ("a word", b"hello"), ("half an object", b'{"title": "a"'),
    ("two objects", b"{} {}"), ("an array", b"[]"), ("a string", b'"a"'), ("null", b"null"),
    ("a number", b"1"), ("a comment", b"{} // a"), ("single quotes", b"{'title': 'a'}"),
    ("a trailing comma", b'{"kind": "dispute",}'), ("a byte order mark in the middle",
                                                     b'{"kind": \xef\xbb\xbf"dispute"}'),
    ("a repeated name", b'{"kind": "dispute", "kind": "praise"}'),
    ("a repeated name inside", b'{"source": {"channel": "web", "channel": "walkin"}}'),
    ("a repeated name in another spelling", b'{"kind": "dispute", "k\\u0069nd": "praise"}'),
    ("a thousand arrays", b"[" * 1000 + b"]" * 1000),
    ("a hundred thousand arrays", b"[" * 100_000),
    ("a thousand objects", b'{"a":' * 1000 + b"1" + b"}" * 1000),
    ("bytes that are no UTF-8", b'{"title": "\xff\xfe"}'),
    ("an overlong sequence", b'{"title": "\xc0\xaf"}'),
    ("half a surrogate pair", b'{"title": "\\ud800"}'),
    ("UTF-16", '{"title": "a"}'.encode("utf-16")), ("zeros", b"\x00" * 64),
    ("NaN", b'{"place": {"lng": NaN, "lat": 1, "crs": "WGS84"}}'),
    ("a number past all measure", b'{"people": {"count": 1e999999999}}'),
    ("a million digits", b'{"people": {"count": ' + b"9" * 500_000 + b"}}"),
    ("a form", b"title=a&kind=dispute"), ("XML", b"<?xml version='1.0'?><a/>"),
]

KEYS = [
    ("no key", {}), ("an empty key", {"Idempotency-Key": ""}),
    ("a key too long", {"Idempotency-Key": "k" * 65}),
    ("a key with a tab", {"Idempotency-Key": "a\tb"}),
    ("a key not in ASCII", {"Idempotency-Key": "\xe9\xe9"}),
]

KINDS = ["text/plain", "application/xml", "application/x-www-form-urlencoded",
         "multipart/form-data", "application/json; charset=gb18030", "", "application/jsonp"]

QUERIES = [
    "surprise=1", "stage=", "stage=nowhere", "stage=registered&stage=closed", "due=never",
    "order=random", "limit=0", "limit=201", "limit=-1", "limit=ten", "limit=1.5",
    "limit=" + "9" * 40, "after=!", "after=AAAA", "after=", "after=" + "A" * 2000,
    "unit=nobody", "area=999", "class=9999", "q=", "q=" + quote("长" * 101), "q=%00",
    "q=%ff%fe", "class=%00", "unit=" + "u" * 100, "stage=registered%00",
]
