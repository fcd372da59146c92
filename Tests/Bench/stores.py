"""Seeded stores, kept under .maple/bench so that a second run need not seed again."""

import json
import shutil
import time

from house import ROOT, House
from postgres import Cluster

KEPT = ROOT / ".maple" / "bench"


class Store:
    """A house with so many seeded matters, on one engine."""

    def __init__(self, engine, matters):
        self.engine = engine
        self.matters = matters
        self.folder = KEPT / f"{engine}-{matters}"
        self.note = self.folder / "seeded.json"
        self.cluster = None

    def open(self):
        if not self.note.exists():
            self.throw_away()
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.engine == "postgres":
            self.cluster = Cluster(KEPT / f"cluster-{self.matters}")
            self.cluster.start()
        self.house = House(cluster=self.cluster, folder=self.folder)
        if not self.note.exists():
            self.seed()
        self.seconds = json.loads(self.note.read_text())["seconds"]
        return self.house

    def seed(self):
        print(f"Seeding {self.matters:,} matters on {self.engine}", flush=True)
        self.must("demo", "load", "--staff-only")
        began = time.monotonic()
        self.must("seed", "--matters", str(self.matters))
        seconds = time.monotonic() - began
        # What the seeded years ask for is raised now, and not beside the measuring.
        self.must("alarms", "raise")
        if self.cluster:
            # Its own cleaning would come during the measuring.
            self.cluster.ask("VACUUM ANALYZE")
        self.note.write_text(json.dumps({"seconds": seconds}))
        print(f"  done in {seconds:.0f} s", flush=True)

    def must(self, *arguments):
        done = self.house.run(*arguments)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(arguments)}: {done.stderr.strip()}")

    def megabytes(self):
        if self.cluster:
            return int(self.cluster.ask("SELECT pg_database_size('postgres')")) / 1e6
        files = self.folder.glob("maplebridge.sqlite*")
        return sum(path.stat().st_size for path in files) / 1e6

    def close(self):
        self.house.stop()
        if self.cluster:
            self.cluster.stop()

    def throw_away(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.engine == "postgres":
            shutil.rmtree(KEPT / f"cluster-{self.matters}", ignore_errors=True)
