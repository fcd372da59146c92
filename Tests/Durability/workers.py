"""Clients that register, accept, assign, whistle, sign and reply until the server is gone."""

import random
import threading

import story
import whistles
from client import Unanswered
from house import officers
from ledger import client_of

UNITS = ["justice", "labour", "housing"]


class Crew:
    """The officers' tokens; they hold through every restart."""

    def __init__(self, house):
        self.clerk = house.sign_in(officers("clerk")[0])
        self.dispatcher = house.sign_in(officers("dispatcher")[0])
        self.liaisons = {
            unit: house.sign_in(officers("liaison", unit)[0]) for unit in UNITS}


class Worker(threading.Thread):
    def __init__(self, house, crew, ledger, chance, place):
        super().__init__(daemon=True)
        self.house = house
        self.crew = crew
        self.ledger = ledger
        self.chance = random.Random(chance.random())
        self.place = place
        self.stopping = threading.Event()
        self.refused = []

    def run(self):
        client = client_of(self.house)
        try:
            while not self.stopping.is_set():
                if self.place % 2:
                    self.register_only(client)
                else:
                    self.handle(client)
        except Unanswered:
            pass
        finally:
            client.close()

    def register_only(self, client):
        if self.chance.random() < 0.5:
            return self.write(client, "register", "/concerns", story.work_order("web"))
        order = story.work_order("12345", external=f"G{story.next_number():09d}")
        return self.write(client, "register", "/concerns", order, self.crew.clerk)

    def handle(self, client):
        """A concern's way up to the reply; ends early when a step was not answered."""
        receipt = self.write(
            client, "register", "/concerns", story.work_order(), self.crew.clerk)
        if receipt is None:
            return
        unit = self.chance.choice(UNITS)
        matter = f"/matters/{receipt['matter']}"
        steps = [
            ("accept", f"{matter}/acceptance", story.acceptance(), self.crew.dispatcher),
            ("assign", f"{matter}/assignments", story.errand(unit), self.crew.dispatcher),
        ]
        for kind, path, body, token in steps:
            view = self.write(client, kind, path, body, token)
            if view is None:
                return
        if self.place % 4 == 2:
            others = [other for other in UNITS if other != unit]
            return whistles.blow(self, client, matter, others)
        part = f"/assignments/{story.lead_of(view)}"
        token = self.crew.liaisons[unit]
        if self.write(client, "sign", f"{part}/signature", {}, token) is not None:
            self.write(client, "reply", f"{part}/reply", story.reply(), token)

    def write(self, client, kind, path, body, token=None):
        """The answer's content; None while the store is away."""
        write = self.ledger.begin(kind, path, body, token)
        if not write.send(client):
            self.stopping.wait(0.05)
            return None
        if not write.is_done:
            self.refused.append(f"{kind}: {write.answer.status} {write.answer.text[:200]}")
            return None
        return write.answer.body
