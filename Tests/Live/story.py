"""What the live programs send: work orders, and the way of a matter through the centre."""

import threading

TITLES = ["工地拖欠工资", "邻居阻挠建房", "路灯坏了半年", "排水口被堵住", "夜间噪音扰民"]
CONTENT = "双方谈过两次都没有结果，请中心协调。"
CLASS = "0902"
ROUTE = "mediation"
CLOSURE = "mediatedWritten"

_counting = threading.Lock()
_counted = 0


def next_number():
    global _counted
    with _counting:
        _counted += 1
        return _counted


def work_order(channel="walkin", external=None, title=None):
    number = next_number()
    source = {"channel": channel}
    if external:
        source["externalNo"] = external
    return {
        "source": source, "kind": "dispute",
        "title": title or f"{TITLES[number % len(TITLES)]}第{number}件", "content": CONTENT,
        "requester": {"mode": "named", "name": "陈小明", "phones": ["16000000001"]},
        "class": CLASS,
    }


def acceptance():
    return {"class": CLASS, "route": ROUTE}


def errand(unit):
    return {"unit": unit, "role": "lead", "instruction": "请依法办理并书面答复。"}


def reply():
    return {"outcome": "settled", "text": "已达成一致意见。", "publicText": "双方已达成一致。"}


def verification():
    return {"verdict": "accepted", "note": "材料齐全。"}


def closure():
    return {"kind": CLOSURE}


def visit():
    return {"reached": True, "solved": "yes", "fair": "yes"}


def lead_of(view):
    """The lead's part in a matter, as the last write showed it."""
    parts = view.get("assignments") or [view]
    return next(part["id"] for part in reversed(parts) if part["role"] == "lead")
