"""How long pages take: one caller, one call after the other."""

import json
import random
import time
from urllib.parse import quote

import story
from client import new_key
from door import cookies
from house import LOGINS, officers
from wire import Wire

DEEP = 5_000
UNIT = "justice"


class Series:
    """The times of one kind of page, in milliseconds."""

    def __init__(self, name, times, lines=None):
        self.name = name
        self.times = sorted(times)
        self.lines = lines

    def part(self, share):
        return self.times[min(len(self.times) - 1, int(len(self.times) * share))]


class Pages:
    def __init__(self, house, rounds):
        self.house = house
        self.rounds = rounds
        self.chance = random.Random(1)
        self.dispatcher = Wire(house.port, house.sign_in(officers("dispatcher")[0]))
        self.liaison = Wire(house.port, house.sign_in(officers("liaison", UNIT)[0]))
        self.matters = []

    def seated(self, role):
        """Someone at the pages, by cookie."""
        officer = officers(role)[0]
        return Wire(self.house.port, cookies=cookies(self.house.port, officer, LOGINS[officer]))

    def measure(self):
        areas = self.items(self.dispatcher, "/areas")
        village = next(area["code"] for area in areas if area["level"] == "village")
        grid = next(area["code"] for area in areas if area["level"] == "grid")
        stage, archived = "stage=inProgress", "stage=archived"
        common, rarer = quote("拖欠工资"), quote("鱼塘承包起争执")
        lists = [
            ("by due moment", "", 0), ("by due moment, 5,000 lines on", "", DEEP),
            ("by last change", "order=updated", 0),
            ("by last change, 5,000 lines on", "order=updated", DEEP),
            ("in work", stage, 0), ("in work, by last change", f"{stage}&order=updated", 0),
            ("archived", archived, 0), ("one class", f"class={story.CLASS}", 0),
            ("one class, archived", f"class={story.CLASS}&{archived}", 0),
            ("one village", f"area={village}", 0), ("one grid", f"area={grid}", 0),
            ("one unit", f"unit={UNIT}", 0), ("overdue", "due=overdue", 0),
            ("due soon", "due=soon", 0), ("search, a common word", f"q={common}", 0),
            ("search, several words", f"q={rarer}", 0),
        ]
        for name, query, further in lists:
            yield self.page(f"dispatcher: {name}", self.dispatcher, query, further)
        for name, query, further in [
                ("by due moment", "", 0), ("by due moment, 1,000 lines on", "", 1_000),
                ("by last change", "order=updated", 0), ("archived", archived, 0),
                ("search, a common word", f"q={common}", 0)]:
            yield self.page(f"liaison: {name}", self.liaison, query, further)
        yield self.matter_page()
        yield self.follow()
        # The server hangs up on a socket that rested for a minute: these are opened only now.
        desk, director = self.seated("dispatcher"), self.seated("director")
        for name, wire, path in [
                ("worklist", desk, "/desk/matters"), ("Today", desk, "/desk"),
                ("wall", director, "/command"), ("statistics", desk, "/statistics")]:
            yield Series(f"HTML: {name}", self.timed(lambda: must(wire.get(path))))
        yield self.matter_sheet(desk)

    def page(self, name, wire, query, further=0):
        after = self.cursor(wire, query, further) if further else None
        path = "/matters?" + "&".join(
            part for part in (query, "limit=50", f"after={after}" if after else "") if part)
        lines = json.loads(must(wire.get(path)))["items"]
        self.matters += [line["id"] for line in lines]
        return Series(name, self.timed(lambda: must(wire.get(path))), len(lines))

    def cursor(self, wire, query, further):
        """Where a reader is after so many lines; at the end of a shorter list."""
        after, known = None, None
        for _ in range(further // 200):
            path = f"/matters?{query}&limit=200".replace("?&", "?")
            page = json.loads(must(wire.get(path + (f"&after={after}" if after else ""))))
            if page["next"] is None:
                return known
            known, after = after, page["next"]
        return after

    def matter_page(self):
        wanted = self.chance.sample(self.matters, min(len(self.matters), 200))

        def look():
            matter = self.chance.choice(wanted)
            must(self.dispatcher.get(f"/matters/{matter}"))
            must(self.dispatcher.get(f"/matters/{matter}/timeline"))

        return Series("matter page (matter and timeline)", self.timed(look))

    def matter_sheet(self, desk):
        wanted = self.chance.sample(self.matters, min(len(self.matters), 200))

        def look():
            must(desk.get(f"/desk/matters/{self.chance.choice(wanted)}"))

        return Series("HTML: matter", self.timed(look))

    def follow(self):
        resident = Wire(self.house.port)
        receipts = []
        for _ in range(50):
            answer = resident.post("/concerns", story.work_order("web"), new_key())
            receipts.append(json.loads(must(answer, 201)))

        def look():
            receipt = self.chance.choice(receipts)
            must(resident.get(f"/concerns/{receipt['number']}", receipt["queryCode"]))

        return Series("a resident follows a concern", self.timed(look))

    def timed(self, call):
        for _ in range(max(5, self.rounds // 10)):
            call()
        times = []
        for _ in range(self.rounds):
            began = time.perf_counter()
            call()
            times.append((time.perf_counter() - began) * 1000)
        return times

    def items(self, wire, path):
        return json.loads(must(wire.get(path)))["items"]


def must(answer, wanted=200):
    status, content = answer
    if status != wanted:
        raise SystemExit(f"an answer of {status}: {content[:300].decode('utf-8', 'replace')}")
    return content
