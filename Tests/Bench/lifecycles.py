"""How many whole ways of a matter the server carries in a second, with 32 clients."""

import json
import multiprocessing
import resource
import threading
import time

import story
from client import new_key
from house import officers
from wire import Wire

CLIENTS = 32
PROCESSES = 4
UNIT = "justice"


class Lifecycles:
    def __init__(self, house, seconds):
        self.port = house.port
        self.seconds = seconds
        self.tokens = {
            role: house.sign_in(officers(role, UNIT if role == "liaison" else None)[0])
            for role in ("clerk", "dispatcher", "liaison", "supervisor", "visitor")}

    def measure(self):
        """Lifecycles a second, their times in seconds, the client's share of one core, and how
        often a client had to ask again."""
        results = multiprocessing.Queue()
        start = time.time() + 1
        crowd = [multiprocessing.Process(
            target=crew, args=(self.port, self.tokens, start, self.seconds, results))
            for _ in range(PROCESSES)]
        for process in crowd:
            process.start()
        parts = [results.get() for _ in crowd]
        for process in crowd:
            process.join()
        faults = [fault for part in parts for fault in part["faults"]]
        if faults:
            raise SystemExit(f"a lifecycle was refused: {faults[0]}")
        times = sorted(second for part in parts for second in part["times"])
        spent = sum(part["cpu"] for part in parts)
        again = sum(part["again"] for part in parts)
        return len(times) / self.seconds, times, spent / self.seconds, again


def crew(port, tokens, start, seconds, results):
    times, faults, again = [], [], []
    threads = [threading.Thread(
        target=client, args=(port, tokens, start, seconds, times, faults, again))
        for _ in range(CLIENTS // PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = resource.getrusage(resource.RUSAGE_SELF)
    results.put({"times": times, "faults": faults[:3], "again": len(again),
                 "cpu": used.ru_utime + used.ru_stime})


def client(port, tokens, start, seconds, times, faults, again):
    callers = {role: Caller(Wire(port, token), again) for role, token in tokens.items()}
    time.sleep(max(0, start - time.time()))
    until = start + seconds
    try:
        while True:
            began = time.time()
            if began >= until:
                return
            lifecycle(callers)
            ended = time.time()
            if ended <= until:
                times.append(ended - began)
    except (Refused, ConnectionError) as fault:
        faults.append(str(fault))


class Refused(Exception):
    pass


class Caller:
    """Sends a write until it is answered: a busy store says 503, and the key makes that safe."""

    def __init__(self, wire, again):
        self.wire = wire
        self.again = again

    def write(self, path, body):
        key = new_key()
        for _ in range(50):
            status, content = self.wire.post(path, body, key)
            if status != 503:
                break
            self.again.append(path)
            time.sleep(0.02)
        if status not in (200, 201):
            raise Refused(f"{path}: {status} {content[:300].decode('utf-8', 'replace')}")
        return json.loads(content)


def lifecycle(callers):
    """Registered, accepted, assigned, signed for, replied to, verified, closed, visited."""
    receipt = callers["clerk"].write("/concerns", story.work_order())
    matter = f"/matters/{receipt['matter']}"
    callers["dispatcher"].write(f"{matter}/acceptance", story.acceptance())
    view = callers["dispatcher"].write(f"{matter}/assignments", story.errand(UNIT))
    part = f"/assignments/{story.lead_of(view)}"
    callers["liaison"].write(f"{part}/signature", {})
    callers["liaison"].write(f"{part}/reply", story.reply())
    callers["supervisor"].write(f"{matter}/verification", story.verification())
    callers["supervisor"].write(f"{matter}/closure", story.closure())
    callers["visitor"].write(f"{matter}/visit", story.visit())
