"""The machine and the settings a measurement was made with, named as anyone may read them."""

import os
import platform
import re
from pathlib import Path

PRAGMAS = "WAL, synchronous FULL, 8 MB of pages a connection, 4 readers"


def machine():
    processors = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", processors)
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())[1])
    return [
        f"processor: {model[1].strip() if model else platform.machine()}",
        f"cores: {os.cpu_count()}",
        f"memory: {memory / 1024 / 1024:.0f} GB",
        f"kernel: {platform.system()} {platform.release()}",
    ]


def settings(engine, cluster):
    if engine == "sqlite":
        import sqlite3

        return f"SQLite {sqlite3.sqlite_version} (of the system): {PRAGMAS}"
    shown = ["shared_buffers", "synchronous_commit", "fsync", "max_wal_size"]
    values = ", ".join(f"{name} {cluster.ask('SHOW ' + name)}" for name in shown)
    version = cluster.ask("SHOW server_version").split()[0]
    return f"PostgreSQL {version}: {values}, 10 connections, on the same machine"
