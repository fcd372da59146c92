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
STEPS = 8


class Lifecycles:
    def __init__(self, house, seconds):
        self.port = house.port
        self.seconds = seconds
        self.tokens = {
            role: house.sign_in(officers(role, UNIT if role == "liaison" else None)[0])
            for role in ("clerk", "dispatcher", "liaison", "supervisor", "visitor")}

    def measure(self):
        """Lifecycles a second, their times in seconds, and the client's share of one core."""
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
        return len(times) / self.seconds, times, spent / self.seconds


def crew(port, tokens, start, seconds, results):
    times, faults = [], []
    threads = [threading.Thread(target=client, args=(port, tokens, start, seconds, times, faults))
               for _ in range(CLIENTS // PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    used = resource.getrusage(resource.RUSAGE_SELF)
    results.put({"times": times, "faults": faults[:3], "cpu": used.ru_utime + used.ru_stime})


def client(port, tokens, start, seconds, times, faults):
    wires = {role: Wire(port, token) for role, token in tokens.items()}
    time.sleep(max(0, start - time.time()))
    until = start + seconds
    try:
        while True:
            began = time.time()
            if began >= until:
                return
            lifecycle(wires)
            ended = time.time()
            if ended <= until:
                times.append(ended - began)
    except (Refused, ConnectionError) as fault:
        faults.append(str(fault))


class Refused(Exception):
    pass


def lifecycle(wires):
    """Registered, accepted, assigned, signed for, replied to, verified, closed, visited."""
    receipt = write(wires["clerk"], "/concerns", story.work_order())
    matter = f"/matters/{receipt['matter']}"
    write(wires["dispatcher"], f"{matter}/acceptance", story.acceptance())
    view = write(wires["dispatcher"], f"{matter}/assignments", story.errand(UNIT))
    part = f"/assignments/{story.lead_of(view)}"
    write(wires["liaison"], f"{part}/signature", {})
    write(wires["liaison"], f"{part}/reply", story.reply())
    write(wires["supervisor"], f"{matter}/verification", story.verification())
    write(wires["supervisor"], f"{matter}/closure", story.closure())
    write(wires["visitor"], f"{matter}/visit", story.visit())


def write(wire, path, body):
    status, content = wire.post(path, body, new_key())
    if status not in (200, 201):
        raise Refused(f"{path}: {status} {content[:300].decode('utf-8', 'replace')}")
    return json.loads(content)
