"""A throw-away PostgreSQL server that can be killed and brought back."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

SETTINGS = """
max_connections = 120
max_pred_locks_per_transaction = 512
fsync = on
synchronous_commit = on
shared_buffers = 512MB
max_wal_size = 4GB
"""


def newest_bin():
    """The folder with initdb and its like; none where no server is installed."""
    found = Path("/usr/lib/postgresql").glob("*/bin")
    versions = sorted(found, key=lambda path: int(path.parent.name.split(".")[0]))
    if versions:
        return versions[-1]
    program = shutil.which("initdb")
    return Path(program).parent if program else None


class Cluster:
    def __init__(self, folder=None):
        self.bin = newest_bin()
        if self.bin is None:
            raise FileNotFoundError("no PostgreSQL server is installed")
        self.is_temporary = folder is None
        self.home = Path(folder or tempfile.mkdtemp(prefix="maplebridge-live-pg."))
        self.home.mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o755)
        self.data = self.home / "data"
        self.socket = Path(tempfile.mkdtemp(prefix="maplebridge-pg."))
        self.socket.chmod(0o755)
        self.port = free_port()
        if os.geteuid() == 0:
            shutil.chown(self.home, "postgres", "postgres")
            shutil.chown(self.socket, "postgres", "postgres")
        if not self.data.exists():
            self._command("initdb", "-D", self.data, "-U", "maplebridge", "-A", "trust",
                          "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", "--no-sync")
            with open(self.data / "postgresql.conf", "a", encoding="utf-8") as file:
                file.write(SETTINGS)

    @property
    def url(self):
        return f"postgresql://maplebridge@/postgres?host={self.socket}&port={self.port}"

    def start(self):
        options = f"-p {self.port} -k {self.socket} -c listen_addresses="
        for attempt in range(40):
            try:
                self._command("pg_ctl", "start", "-D", self.data, "-w", "-s", "-t", "60",
                              "-l", self.home / "log", "-o", options)
                return
            except subprocess.CalledProcessError:
                # The killed server's last children may still hold the shared memory.
                if attempt == 39:
                    raise
                time.sleep(0.1)

    def kill(self):
        """SIGKILL for the postmaster and every process it has."""
        line = (self.data / "postmaster.pid").read_text().splitlines()[0]
        postmaster = int(line)
        family = [postmaster] + children(postmaster)
        for pid in family:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        while any(is_alive(pid) for pid in family):
            time.sleep(0.01)

    def stop(self):
        if (self.data / "postmaster.pid").exists():
            self._command("pg_ctl", "stop", "-D", self.data, "-m", "fast", "-s", check=False)
        shutil.rmtree(self.socket, ignore_errors=True)
        if self.is_temporary:
            shutil.rmtree(self.home, ignore_errors=True)

    def ask(self, sql):
        """The answer of one statement as text."""
        done = subprocess.run(
            [self.bin / "psql", "-h", self.socket, "-p", str(self.port), "-U", "maplebridge",
             "-d", "postgres", "-AtXqc", sql],
            check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    def _command(self, program, *arguments, check=True):
        identity = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        subprocess.run(
            [self.bin / program, *map(str, arguments)], check=check, cwd=self.home,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            **identity)


def children(parent):
    path = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(word) for word in path.read_text().split()] if path.exists() else []


def is_alive(pid):
    """A zombie that nobody has collected yet holds nothing any more."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
