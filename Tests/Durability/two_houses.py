"""Two servers on one store: a store of one file bears one, PostgreSQL bears both, and the alarms of
years of matters are raised once, whoever is killed in between. Ends with `N passed, M failed`."""

import random
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent.parent / "Live")]

from house import House  # noqa: E402
from ledger import Check  # noqa: E402
from postgres import Cluster  # noqa: E402

LATE = "kind IN ('overdue', 'noFirstContact', 'promiseMissed')"
NOW = int(time.time() * 1000)


def settled(house, patience=180):
    """Waits until nothing is left to be raised."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        now = int(time.time() * 1000)
        if house.count("watch_book") and not house.count("watches", f"next_at <= {now}"):
            return True
        time.sleep(0.5)
    return False


def alarms_hold(house, check, words):
    """Each alarm is there once, and no limit that has passed is without one."""
    check.that(settled(house), f"{words}: everything due is raised")
    check.that(house.count("alarms") > 100, f"{words}: they are many")
    doubles = """(SELECT subject FROM alarms GROUP BY subject, rule, started_at, kind, due_at
                  HAVING COUNT(*) > 1) AS d"""
    check.that(house.count(doubles) == 0, f"{words}: none is there twice")
    alarm = f"""(SELECT 1 FROM alarms a WHERE a.subject = c.subject AND a.rule = c.rule
                 AND a.started_at = c.started_at AND a.due_at = c.due_at AND {LATE})"""
    silent = house.count("clocks c", f"c.state = 'running' AND c.due_at < {NOW} "
                                     f"AND NOT EXISTS {alarm}")
    check.that(silent == 0, f"{words}: no limit passed in silence")
    early = house.count("alarms", f"raised_at < at OR ({LATE} AND at <= due_at)")
    check.that(early == 0, f"{words}: none came before its moment")
    closed = house.count("alarms a", """a.state = 'open' AND NOT EXISTS (SELECT 1 FROM clocks c
        WHERE c.subject = a.subject AND c.rule = a.rule AND c.started_at = a.started_at
        AND c.state = 'running' AND c.due_at = a.due_at)""")
    check.that(closed == 0, f"{words}: what is open is of a limit that runs")


def fill(house, check):
    """Years of matters, with limits that have passed."""
    check.that(house.run("demo", "load", "--staff-only").returncode == 0, "there are officers")
    check.that(house.run("seed", "--matters", "1500").returncode == 0, "there are matters")


def one_file(check):
    house = House()
    try:
        fill(house, check)
        house.start()
        second = house.run("serve", "--bind", "127.0.0.1", "--port", "0", timeout=60)
        check.that(second.returncode == 1 and "bears only one" in second.stderr,
                   "a second server on one file refuses to start and says why")
        check.that(house.client().get("/readyz").status == 200, "the first goes on")
        check.that(house.run("notices", "failed").returncode == 0,
                   "a command works beside the server")
        house.kill()
        house.start()
        alarms_hold(house, check, "one file")
        requeued = house.run("notices", "requeue")
        check.that(requeued.stdout.strip() == "Queued again: 0.", "nothing was given up")
    finally:
        house.leave()


def one_database(check, chance):
    cluster = Cluster()
    cluster.start()
    house = House(cluster=cluster)
    other = House(cluster=cluster, folder=house.folder)
    other.log = house.folder / "other.log"
    try:
        fill(house, check)
        house.start()
        other.start()
        for _ in range(6):
            victim = chance.choice([house, other])
            time.sleep(chance.uniform(0.2, 3))
            victim.kill()
            victim.start()
        alarms_hold(house, check, "two servers")
        for one in (house, other):
            check.that(one.client().get("/readyz").status == 200, "both are ready")
            check.that("recurring work failed" not in one.last_words(),
                       f"the race leaves no trouble in the log: {one.last_words()[-300:]}")
        check.that([house.stop(), other.stop()] == [0, 0], "both end in order")
    finally:
        other.leave()
        house.leave()
        cluster.stop()


def main():
    check = Check()
    one_file(check)
    one_database(check, random.Random(5))
    for words in check.broken:
        print(f"wrong: {words}")
    print(f"{check.held} passed, {len(check.broken)} failed")
    sys.exit(1 if check.broken else 0)


if __name__ == "__main__":
    main()
