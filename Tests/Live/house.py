"""The real server as a child process, on a data folder of its own, that can be killed."""

import csv
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from client import Client, Unanswered

ROOT = Path(__file__).resolve().parent.parent.parent
PACK = ROOT / "Packs" / "minzhong"
ADDRESS = re.compile(r"http://\S+:(\d+)/")


def program():
    """The binary to try: the one that is named, or the newest that was built here."""
    named = os.environ.get("MAPLEBRIDGE_SUITE_BINARY")
    built = [ROOT / ".build" / kind / "maplebridge" for kind in ("release", "debug")]
    for path in [Path(named)] if named else built:
        if path.exists():
            return path
    raise SystemExit("There is no maplebridge to try: name it in MAPLEBRIDGE_SUITE_BINARY.")


class House:
    """One centre: its folder, its store, and its server while it runs."""

    def __init__(self, cluster=None, folder=None, settings=(), demo=True):
        self.program = program()
        self.cluster = cluster
        self.is_temporary = folder is None
        self.folder = Path(folder or tempfile.mkdtemp(prefix="maplebridge-live."))
        self.folder.mkdir(parents=True, exist_ok=True)
        self.log = self.folder / "server.log"
        self.process = None
        self.port = None
        self.settings = ["--data-directory", str(self.folder), "--pack-folder", str(PACK)]
        # Sign-ins cost little here: it is not they that are tried.
        self.settings += ["--demo", "--password-cost", "10"] if demo else []
        self.settings += ["--database", cluster.url] if cluster else []
        self.settings += settings
        # Ninety days of life are loaded only where they are looked at.
        self.serving = ["--demo-staff-only"] if demo else []
        self.serving += ["--bind", "127.0.0.1", "--port", "0", "--log-level", "warning",
                        "--sign-ins-per-minute", "10000", "--public-per-minute", "1000000"]

    def run(self, *arguments, settings=True, timeout=None):
        """One command of the program."""
        words = [self.program, *arguments, *(self.settings if settings else [])]
        return subprocess.run(words, env=plain_environment(), timeout=timeout, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)

    def start(self, patience=60):
        """Starts the server. Answers the seconds from start to ready."""
        began = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", *self.settings, *self.serving],
                env=plain_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=log, text=True)
        self.port = self._announced_port(began + patience)
        client = Client(self.port)
        while True:
            try:
                if client.get("/readyz").status == 200:
                    client.close()
                    return time.monotonic() - began
            except Unanswered:
                pass
            if self.process.poll() is not None or time.monotonic() > began + patience:
                raise SystemExit(f"The server does not become ready:\n{self.last_words()}")
            time.sleep(0.005)

    def _announced_port(self, until):
        found = []

        def listen():
            for line in self.process.stdout:
                match = ADDRESS.search(line)
                if match and not found:
                    found.append(int(match[1]))

        threading.Thread(target=listen, daemon=True).start()
        while not found:
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"The server does not start:\n{self.last_words()}")
            time.sleep(0.002)
        return found[0]

    def last_words(self):
        return self.log.read_text(errors="replace")[-3000:]

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self, patience=30):
        """Tells it to stop and waits. Answers its exit status."""
        if self.process is None or self.process.poll() is not None:
            return self.process.returncode if self.process else 0
        self.process.terminate()
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return -9

    def leave(self):
        self.stop()
        if self.is_temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def client(self):
        return Client(self.port)

    def sign_in(self, officer, tries=3):
        """A token for one of the demo's officers."""
        client = self.client()
        for left in reversed(range(tries)):
            answer = client.post("/tokens", {"officer": officer, "password": LOGINS[officer]})
            if answer.status == 201:
                client.close()
                return answer.body["token"]
            if not left:
                raise SystemExit(f"{officer} cannot sign in: {answer.status} {answer.text[:300]}")
            time.sleep(1)
        return None

    def count(self, table, where="1 = 1"):
        """Rows of a table, read from the store itself."""
        sql = f"SELECT COUNT(*) FROM {table} WHERE {where}"
        if self.cluster:
            return int(self.cluster.ask(sql))
        path = self.folder / "maplebridge.sqlite"
        store = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)
        try:
            return store.execute(sql).fetchone()[0]
        finally:
            store.close()

    def memory(self):
        """What the server holds in memory, in megabytes (VmRSS)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024


def plain_environment():
    """No setting of whoever runs the tests comes in by the environment."""
    return {name: value for name, value in os.environ.items()
            if not name.startswith("MAPLEBRIDGE_")}


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


DEMO = read_rows(PACK / "demo" / "logins.csv")
LOGINS = {row["officer"]: row["password"] for row in DEMO}


def officers(role, unit=None):
    return [row["officer"] for row in DEMO
            if row["role"] == role and unit in (None, row["unit"])]
