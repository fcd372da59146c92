"""The centre that the commands are tried on, and the book of what came out."""

import re
import shutil
import sqlite3
import subprocess
import threading

import story
from client import Client
from house import House, plain_environment, program


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, title, holds, otherwise=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"wrong: {title}\n  {otherwise}", flush=True)


class Centre:
    """A first place with a server, and further places to restore into."""

    def __init__(self, room, tally):
        self.room = room
        self.tally = tally
        self.key = room / "contact.key"
        self.houses = []
        self.home = self.place("home")
        self.backup = room / "backup.sqlite"
        self.receipts = []

    def place(self, name, key=None):
        """An empty place whose settings name the key file."""
        key = key or self.key
        house = House(folder=self.room / name, settings=["--contact-key-file", str(key)])
        self.houses.append(house)
        return house

    def running(self):
        return [house for house in self.houses
                if house.process is not None and house.process.poll() is None]

    def leave(self):
        for house in self.houses:
            house.stop()

    def expect(self, title, ran, status, *patterns, never=()):
        """One check: the exit status, what is said, and what is never said."""
        said = ran.stdout + ran.stderr
        missing = [pattern for pattern in patterns if not re.search(pattern, said, re.M)]
        spoken = [word for word in never if word in said]
        right = ran.returncode == status and not missing and not spoken
        self.tally.check(title, right, f"status {ran.returncode}, wanted {status}; not said: "
                                       f"{missing}; said: {len(spoken)} secrets\n{said[:2000]}")

    def refused(self, title, ran, *patterns):
        """Status 1 and one sentence, with no lesson in usage."""
        self.expect(title, ran, 1, r"^Error: ", *patterns, never=("Usage:", "USAGE:"))

    def register(self, many):
        """Concerns by the public door of the server at home, with their codes."""
        client = Client(self.home.port)
        for _ in range(many):
            answer = client.post("/concerns", story.work_order(channel="web"))
            if answer.status != 201:
                raise SystemExit(f"a concern is refused: {answer.status} {answer.text[:300]}")
            self.receipts.append(answer.body)
        client.close()

    def read_back(self, title, house, receipt):
        """What a resident told the centre is readable again, so the key opens it."""
        client = Client(house.port)
        answer = client.get(f"/concerns/{receipt['number']}",
                            **{"Query-Code": receipt["queryCode"]})
        client.close()
        self.tally.check(title, answer.status == 200 and story.CONTENT in answer.text,
                         f"{answer.status} {answer.text[:300]}")


def spoken_to(house, *arguments, words):
    """A command with words on its standard input."""
    return subprocess.run([program(), *arguments, *house.settings], env=plain_environment(),
                          input=words, text=True, capture_output=True, check=False)


def plain(*arguments):
    """A command that takes no settings."""
    return subprocess.run([program(), *arguments], env=plain_environment(), text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)


def copied(house, folder, key, centre):
    """A second place with the store of a house that does not run."""
    place = centre.place(folder, key)
    for suffix in ("", "-wal", "-shm"):
        source = house.folder / f"maplebridge.sqlite{suffix}"
        if source.exists():
            shutil.copy(source, place.folder)
    return place


def changed(house, *statements):
    """Writes into a store past the program. Answers how many rows each statement changed."""
    store = sqlite3.connect(house.folder / "maplebridge.sqlite")
    try:
        counts = [store.execute(statement).rowcount for statement in statements]
        store.commit()
        return counts
    finally:
        store.close()


def asked(house, statement):
    store = sqlite3.connect(f"file:{house.folder / 'maplebridge.sqlite'}?mode=ro", uri=True)
    try:
        return store.execute(statement).fetchall()
    finally:
        store.close()


class Meanwhile:
    """Keeps doing one thing as long as the block runs."""

    def __init__(self, deed):
        self.deed = deed
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._work)
        self.failure = None

    def _work(self):
        while not self.ended.is_set():
            try:
                self.deed()
            except (Exception, SystemExit) as failure:  # Told by the one who waits.
                self.failure = failure
                return

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
