"""What must hold after every restart."""

import json
import time
import urllib.parse

from client import Unanswered

SIGNED = {"signed", "working", "submitted", "accepted", "rework"}
REPLIED = {"submitted", "accepted", "rework"}


class Audit:
    def __init__(self, house, crew, ledger, check):
        self.house = house
        self.crew = crew
        self.ledger = ledger
        self.check = check
        self.acknowledged = 0
        self.unanswered = 0
        self.replays = 0

    def settle(self, client, writes):
        """Every write of the round is sent again under its key: it is there exactly once."""
        for write in writes:
            known = write.answer
            self.unanswered += known is None
            self.acknowledged += known is not None
            again = self.send_until_known(client, write)
            if not self.check.that(again is not None, f"{write.kind} gets no answer at all"):
                continue
            if known is None:
                write.answer = again
                again = self.send_until_known(client, write)
            self.compare(write, again)

    def compare(self, write, again):
        first = write.answer
        if first.status not in (200, 201):
            return
        self.replays += 1
        self.check.that(again.is_replay, f"{write.kind} under its key was done a second time")
        self.check.that(again.status == first.status, f"{write.kind} is answered otherwise")
        self.check.that(
            same(again.text, first.text), f"{write.kind}: the second answer differs")

    def send_until_known(self, client, write):
        first, write.answer = write.answer, None
        until = time.monotonic() + 30
        try:
            while time.monotonic() < until:
                try:
                    if write.send(client):
                        return write.answer
                except Unanswered:
                    pass
                time.sleep(0.05)
            return None
        finally:
            write.answer = first

    def follow(self, client, writes):
        """Each registered concern is found by number and code, and by its outside number."""
        for write in writes:
            if write.kind != "register" or not write.is_done:
                continue
            receipt = write.answer.body
            client.standing = {}
            found = client.get(
                f"/concerns/{receipt['number']}", **{"Query-Code": receipt["queryCode"]})
            self.check.that(
                found.status == 200 and found.body["number"] == receipt["number"],
                f"a registered concern is not found: {found.status}")
            external = write.body["source"].get("externalNo")
            if external:
                self.find_once(client, external, receipt)

    def find_once(self, client, external, receipt):
        client.standing = {"Authorization": f"Bearer {self.crew.dispatcher}"}
        found = client.get(f"/matters?q={urllib.parse.quote(external)}")
        ids = [line["id"] for line in found.body["items"]] if found.status == 200 else []
        self.check.that(
            ids == [receipt["matter"]], f"an outside number finds {len(ids)} matters")

    def states(self, client, writes):
        """A part that was signed for or replied to is in that state or further."""
        client.standing = {"Authorization": f"Bearer {self.crew.dispatcher}"}
        wanted = {}
        for write in writes:
            if write.is_done and write.kind in ("sign", "reply"):
                view = write.answer.body
                matter = view.get("matter") or view["id"]
                states = SIGNED if write.kind == "sign" else REPLIED
                wanted.setdefault(matter, states)
                wanted[matter] = wanted[matter] & states
        for matter, states in wanted.items():
            found = client.get(f"/matters/{matter}")
            parts = found.body["assignments"] if found.status == 200 else []
            self.check.that(
                bool(parts) and all(part["state"] in states for part in parts),
                f"a part is {[part['state'] for part in parts]}, not {sorted(states)}")

    def whole(self, baseline):
        """At the end: as many concerns as were registered, no number twice, the chains whole."""
        done = [write for write in self.ledger.writes
                if write.kind == "register" and write.is_done]
        numbers = [write.answer.body["number"] for write in done]
        self.check.that(len(set(numbers)) == len(numbers), "a number was given out twice")
        stored = self.house.count("concerns") - baseline
        self.check.that(
            stored == len(done), f"{len(done)} concerns were registered and {stored} are there")
        verified = self.house.run("verify", timeout=600)
        self.check.that(
            verified.returncode == 0, f"verify: {verified.stdout[-300:]} {verified.stderr[-300:]}")
        return len(done), verified.stdout.strip().splitlines()[-1:]


def same(one, other):
    return one == other or json.loads(one) == json.loads(other)
