"""How long pages take: one caller, one call after the other."""

import json
import random
import time
import urllib.parse

import story
from client import new_key
from house import officers
from wire import Wire

DEEP = 5_000
VILLAGE_UNIT = "justice"


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
        self.liaison = Wire(house.port, house.sign_in(officers("liaison", VILLAGE_UNIT)[0]))
        self.resident = Wire(house.port)
        self.matters = []

    def measure(self):
        areas = self.items(self.dispatcher, "/areas")
        village = next(area["code"] for area in areas if area["level"] == "village")
        grid = next(area["code"] for area in areas if area["level"] == "grid")
        lists = {
            "worklist, dispatcher, by due moment": "",
            "… by last change": "order=updated",
            "… one stage (in work)": "stage=inProgress",
            "… one stage (archived)": "stage=archived",
            "… one stage, by last change": "stage=inProgress&order=updated",
            "… one class": f"class={story.CLASS}",
            "… one village": f"area={village}",
            "… one grid": f"area={grid}",
            "… one class and stage": f"class={story.CLASS}&stage=inProgress",
            "… overdue": "due=overdue",
            "… due soon": "due=soon",
            "… one unit": "unit=justice",
            "search, common word": "q=" + urllib.parse.quote("拖欠工资"),
            "search, two words": "q=" + urllib.parse.quote("鱼塘承包起争执"),
        }
        yield from (self.page(name, self.dispatcher, query) for name, query in lists.items())
        yield self.page("… 5,000 lines further", self.dispatcher, "", DEEP)
        yield self.page("… 5,000 further, by last change", self.dispatcher, "order=updated", DEEP)
        yield self.page("worklist, liaison", self.liaison, "")
        yield self.page("… one stage", self.liaison, "stage=inProgress")
        yield self.page("… 1,000 lines further", self.liaison, "", 1_000)
        yield self.page("… search", self.liaison, "q=" + urllib.parse.quote("拖欠工资"))
        yield self.matter_page()
        yield self.follow()

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

    def follow(self):
        receipts = []
        for _ in range(50):
            answer = self.resident.post("/concerns", story.work_order("web"), new_key())
            receipts.append(json.loads(must(answer, 201)))

        def look():
            receipt = self.chance.choice(receipts)
            must(self.resident.get(f"/concerns/{receipt['number']}", receipt["queryCode"]))

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
